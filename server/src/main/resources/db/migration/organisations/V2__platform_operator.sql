-- The platform's own operator 平台管理机构: the one body nobody can found through the API, since whoever could holds a post
-- in it. It is renamed like any other.
INSERT INTO organisations.organisation (id, founded, ended, version)
VALUES ('01900000-0000-7000-8000-000000000001', '2000-01-01', 'infinity', 1);

INSERT INTO organisations.decision (organisation_id, kind, effective_from, name, type, region_path, decided_at, decided_by,
                                    decided_by_name, reason)
VALUES ('01900000-0000-7000-8000-000000000001', 'FOUNDED', '2000-01-01', '平台管理机构', 'platform', '/', '2026-11-22T00:00:00Z',
        '00000000-0000-0000-0000-000000000000', 'Suyuan', '平台安装 installation of the platform');

INSERT INTO organisations.period (organisation_id, valid_from, valid_to, is_first, is_last, name, type, region_path, path)
VALUES ('01900000-0000-7000-8000-000000000001', '2000-01-01', 'infinity', TRUE, TRUE, '平台管理机构', 'platform', '/',
        '/01900000-0000-7000-8000-000000000001/');

-- Published for module identity, which shows the people of the bodies within a jurisdiction and finds them by its name.
CREATE VIEW organisations.body_period AS
SELECT organisation_id, valid_from, valid_to, region_path, name
  FROM organisations.period;
