-- What a sheet entered by mistake is taken back as a whole.
grant delete on organization.employer, organization.covered_unit to gongqiao_app;
