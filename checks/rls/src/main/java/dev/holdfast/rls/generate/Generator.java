package dev.holdfast.rls.generate;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.rls.solve.Solver;
import dev.holdfast.rls.source.CatalogSource;
import dev.holdfast.rls.source.Opened;
import dev.holdfast.rls.tenancy.Tenancy;
import dev.holdfast.rls.tenancy.TenancySource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes a migration for what a source opens, and tries it there before anybody sees it. */
public final class Generator {
    private final CatalogSource source;
    private final TenancySource tenancies;
    private final List<String> schemas;
    private final boolean auditLog;
    private final Solver solver;

    /**
     * A generator.
     *
     * @param tenancies reads the spec and holds it against the catalogue
     * @param schemas that are exposed; empty to go by the spec, else by the platform
     * @param auditLog whether changes are to be logged
     */
    public Generator(
            CatalogSource source,
            TenancySource tenancies,
            List<String> schemas,
            boolean auditLog,
            Solver solver) {
        this.source = source;
        this.tenancies = tenancies;
        this.schemas = List.copyOf(schemas);
        this.auditLog = auditLog;
        this.solver = solver;
    }

    /**
     * The migration, and what came of trying it.
     *
     * @throws UserProblem when the source may only be read, so that nothing can be tried
     * @throws IOException when the source cannot be opened, or the server ends the connection
     * @throws InterruptedException when the run is stopped
     */
    public Generated run() throws IOException, InterruptedException {
        return source.use(this::of);
    }

    /**
     * The same of what is open already.
     *
     * @throws SQLException when the server ends the connection
     * @throws InterruptedException when the run is stopped
     */
    public Generated of(Opened opened) throws SQLException, InterruptedException {
        Opened.Connecting database =
                opened.writable()
                        .orElseThrow(() ->
                                new UserProblem(
                                        "a database that may only be read cannot show that a"
                                                + " migration works",
                                        "name the migrations that made it (--migrations DIR), or a"
                                                + " copy of it that may be written (--throwaway)"));
        Tenancy tenancy = tenancies.read(opened.catalog(), opened.expressions());
        List<String> exposed =
                !schemas.isEmpty()
                        ? schemas
                        : tenancy.schemas().isEmpty() ? opened.schemas() : tenancy.schemas();
        Migration migration =
                Writer.write(
                        opened.catalog(), tenancy, exposed, facts(database, tenancy), auditLog);
        Rehearsal rehearsal =
                new Rehearsal(migration, new Judgement(source, tenancies, exposed, solver));
        // Migrations are on a server of our own; what lives stays as it is.
        return opened.applied().isPresent()
                ? rehearsal.on(database, opened)
                : rehearsal.rolledBack(database, opened);
    }

    private static ServerFacts facts(Opened.Connecting database, Tenancy tenancy)
            throws SQLException {
        try (Connection connection = database.connect()) {
            return ServerFacts.read(connection, tenancy);
        }
    }
}
