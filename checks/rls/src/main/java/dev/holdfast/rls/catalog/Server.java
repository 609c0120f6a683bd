package dev.holdfast.rls.catalog;

import java.util.List;

/**
 * Which server and which session the catalogue was read in.
 *
 * @param version as a number: 150018
 * @param user who read it
 * @param paths the search paths that sessions begin with, of the database and of roles: {@code
 *     role=path}
 * @param settings the other settings that they begin with: {@code role name=value}, without a role
 *     for all
 * @param parameters what somebody may set though it is for superusers: {@code role parameter},
 *     PUBLIC for everybody (pg_parameter_acl, since 15)
 */
public record Server(
        int version,
        String database,
        String user,
        List<String> paths,
        List<String> settings,
        List<String> parameters) {
    public Server {
        parameters = List.copyOf(parameters);
        paths = List.copyOf(paths);
        settings = List.copyOf(settings);
    }

    /** 15 of 150018. */
    public int major() {
        return version / 10_000;
    }
}
