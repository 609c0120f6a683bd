package dev.holdfast.rls.prove;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.expression.FunctionQueries;
import dev.holdfast.rls.expression.Query;
import dev.holdfast.rls.solve.Answer;
import dev.holdfast.rls.solve.Formula;
import dev.holdfast.rls.solve.Solver;
import dev.holdfast.rls.tenancy.Tenancy;
import dev.holdfast.rls.tree.BadTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows that a member reaches as his own, as a solver finds them: a row of which a policy asks more
 * than whose it is, {@code status = 'published'} say, would otherwise be a row that nobody sees.
 */
public final class OwnRows {
    private static final long PATIENCE = 2_000;

    private final Catalog catalog;
    private final EffectiveAccess access;
    private final Tenancy tenancy;
    private final SpecTrees spec;
    private final Map<Long, Query> bodies;
    private final Solver solver;

    /**
     * Rows for a tenancy spec.
     *
     * @param spec the expressions of the tenancy spec
     * @param bodies of functions, as node trees
     */
    public OwnRows(
            Catalog catalog,
            Tenancy tenancy,
            SpecTrees spec,
            Map<Long, String> bodies,
            Solver solver) {
        this.catalog = catalog;
        this.access = new EffectiveAccess(catalog);
        this.tenancy = tenancy;
        this.spec = spec;
        this.bodies = FunctionQueries.of(bodies);
        this.solver = solver;
    }

    /**
     * One row of a table, as an example whose target it is; nothing where the member reaches none
     * or none is found.
     */
    public Optional<Example> of(Relation relation) {
        Optional<Role> role = tenancy.member().flatMap(each -> catalog.role(each.role()));
        if (role.isEmpty() || access.held(role.get().oid(), relation, Privilege.SELECT).isEmpty()) {
            return Optional.empty();
        }
        try {
            Question question = question(relation, role.get());
            return solver.decide(question.formulas(), PATIENCE) instanceof Answer.Possible possible
                    ? Optional.of(Examples.of(question, possible))
                    : Optional.empty();
        } catch (BadTree unknown) {
            return Optional.empty();
        }
    }

    private Question question(Relation relation, Role role) {
        Session session =
                new Session(
                        "member",
                        role,
                        tenancy.member().orElseThrow().settings(),
                        true,
                        Identities.function(tenancy, catalog),
                        tenancy.usersAreRoles(),
                        true);
        Universe universe = new Universe(catalog, access, bodies, session, spec);
        Ground ground = new Ground();
        Encoding encoding = new Encoding(universe, ground);
        Row row = encoding.rows().stored(relation);
        List<Formula> own = new ArrayList<>();
        own.add(row.present());
        own.add(encoding.visibility().reaches(row, Command.SELECT, role, 0).yes());
        tenancy.owner(relation)
                .map(Column::number)
                .map(row.columns()::get)
                .ifPresent(item -> {
                    if (item instanceof Item.Plain(Term owner)) {
                        own.add(Formula.not(owner.isNull()));
                        own.add(Formula.same(owner.value(), Session.USER));
                    }
                });
        new Facts(encoding).sayAll(Formula.and(own));
        return new Question(
                universe,
                ground,
                Formula.and(own),
                ground.facts(),
                Optional.of(row),
                Optional.empty(),
                Optional.empty());
    }
}
