package dev.holdfast.rls.tenancy;

import dev.holdfast.rls.catalog.Catalog;
import java.sql.SQLException;

/** Gives the tenancy spec when there is a database to hold it against. */
@FunctionalInterface
public interface TenancySource {

    /**
     * The spec.
     *
     * @throws dev.holdfast.core.problem.UserProblem when it names what is not there
     * @throws SQLException when the server ends the connection
     */
    Tenancy read(Catalog catalog, SpecExpressions expressions) throws SQLException;
}
