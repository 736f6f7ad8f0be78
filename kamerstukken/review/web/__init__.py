"""The review page: a local server on one register. `app.make_app` puts it together, `serve.serve` runs it."""
