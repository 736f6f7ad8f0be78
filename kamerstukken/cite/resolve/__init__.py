"""Which paper a mention means: one small step after the other, each naming itself in `resolved_by`; doubt gives nothing."""
