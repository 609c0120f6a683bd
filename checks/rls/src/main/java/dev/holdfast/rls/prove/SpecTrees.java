package dev.holdfast.rls.prove;

import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Query;
import dev.holdfast.rls.expression.QueryReader;
import dev.holdfast.rls.tenancy.SpecExpressions;
import dev.holdfast.rls.tenancy.Tenancy;
import dev.holdfast.rls.tree.BadTree;
import dev.holdfast.rls.tree.TreeReader;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The expressions of a tenancy spec as the server parsed them. What is missing here is not looked
 * into: then nothing that rests on it is proved.
 *
 * @param identity who asks
 * @param tenants the session's tenant, or an array of them
 */
public record SpecTrees(Optional<Expression> identity, Optional<Expression> tenants) {
    /** Nothing was parsed. */
    public static final SpecTrees NONE = new SpecTrees(Optional.empty(), Optional.empty());

    /**
     * Those of a spec.
     *
     * @throws SQLException when the server ends the connection
     */
    public static SpecTrees of(Tenancy tenancy, SpecExpressions expressions) throws SQLException {
        return new SpecTrees(
                parsed(tenancy.identity(), expressions),
                parsed(tenancy.tenantSession(), expressions));
    }

    private static Optional<Expression> parsed(Optional<String> sql, SpecExpressions expressions)
            throws SQLException {
        if (sql.isEmpty()
                || !(expressions.parse(sql.get())
                        instanceof SpecExpressions.Parsed.Query(String tree))) {
            return Optional.empty();
        }
        try {
            List<Query> queries = QueryReader.all(TreeReader.read(tree));
            return queries.size() == 1 && queries.getFirst().targets().size() == 1
                    ? Optional.of(queries.getFirst().targets().getFirst())
                    : Optional.empty();
        } catch (BadTree unknown) {
            return Optional.empty();
        }
    }
}
