package dev.holdfast.rls.server.programs;

import java.util.Set;

/**
 * The extensions of PostgreSQL's own distribution that foreign migrations may create. None of them
 * reads files, runs programs or opens connections; what is not named here is not there (file_fdw,
 * the untrusted languages, xml2, adminpack), or there is a stand-in (dblink, postgres_fdw).
 *
 * <p>Source: PostgreSQL documentation, appendix F, "Additional Supplied Modules and Extensions".
 */
final class Contributed {
    static final Set<String> NAMES =
            Set.of(
                    "autoinc",
                    "bloom",
                    "btree_gin",
                    "btree_gist",
                    "citext",
                    "cube",
                    "dict_int",
                    "dict_xsyn",
                    "earthdistance",
                    "fuzzystrmatch",
                    "hstore",
                    "insert_username",
                    "intagg",
                    "intarray",
                    "isn",
                    "lo",
                    "ltree",
                    "moddatetime",
                    "pg_stat_statements",
                    "pg_trgm",
                    "pgcrypto",
                    "plpgsql",
                    "refint",
                    "seg",
                    "tablefunc",
                    "tcn",
                    "tsm_system_rows",
                    "tsm_system_time",
                    "unaccent",
                    "uuid-ossp");

    private Contributed() {}
}
