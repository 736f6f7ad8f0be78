-- The reviewers' queue by deadline; '~' sorts behind days.
CREATE INDEX commitments_by_term ON commitments (coalesce(deadline_end, '~'), seq);
CREATE INDEX reviews_by_row ON reviews (row);
