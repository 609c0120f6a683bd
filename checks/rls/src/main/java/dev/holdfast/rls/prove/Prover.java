package dev.holdfast.rls.prove;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.expression.FunctionQueries;
import dev.holdfast.rls.expression.Query;
import dev.holdfast.rls.solve.Answer;
import dev.holdfast.rls.solve.Solver;
import dev.holdfast.rls.tenancy.Tenancy;
import dev.holdfast.rls.tree.BadTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proves what a tenancy spec asks of a catalogue, or finds what may break it. */
public final class Prover {
    /** Why nothing is proved of a table of which the spec says nothing. */
    public static final String NOBODYS =
            "the spec does not say whose its rows are: it has none of the owner and tenant columns,"
                    + " and no parent";

    private static final long PATIENCE = 10_000;

    private final Catalog catalog;
    private final EffectiveAccess access;
    private final Tenancy tenancy;
    private final SpecTrees spec;
    private final Optional<Function> changing;
    private final Rewritten rules;
    private final SettingTriggers triggers;
    private final Map<Long, Query> bodies;
    private final Solver solver;

    /**
     * A prover.
     *
     * @param spec the expressions of the tenancy spec
     * @param bodies of functions, as node trees
     */
    public Prover(
            Catalog catalog,
            Tenancy tenancy,
            SpecTrees spec,
            Map<Long, String> bodies,
            Solver solver) {
        this.spec = spec;
        this.changing = SettingChanges.of(catalog, bodies);
        this.catalog = catalog;
        this.access = new EffectiveAccess(catalog);
        this.rules = new Rewritten(catalog, access);
        this.triggers = new SettingTriggers(catalog, access);
        this.tenancy = tenancy;
        this.bodies = FunctionQueries.of(bodies);
        this.solver = solver;
    }

    /** The answer for one table. */
    public Proof prove(Relation relation, Property property) {
        Session session = session(property);
        Role role = session.role();
        Universe universe = new Universe(catalog, access, bodies, session, spec);
        Optional<String> rewritten = rules.reason(relation, property, role);
        if (rewritten.isPresent()) {
            return said(relation, property, role, Proof.Verdict.UNKNOWN, rewritten.orElseThrow());
        }
        boolean granted =
                isGranted(role, relation, property.privilege())
                        || (property == Property.ESCALATION
                                && isGranted(role, relation, Privilege.UPDATE));
        if (!granted) {
            return said(
                    relation,
                    property,
                    role,
                    Proof.Verdict.PROVED,
                    role.name() + " has no grant for " + property.privilege());
        }
        if (property.isCross() && !tenancy.says(relation)) {
            return said(relation, property, role, Proof.Verdict.UNKNOWN, NOBODYS);
        }
        if (property == Property.ESCALATION && !namesMembers(relation)) {
            return said(
                    relation,
                    property,
                    role,
                    Proof.Verdict.UNKNOWN,
                    "rows of the members' table are written through it, and it has not all of that"
                            + " table's columns");
        }
        if (changing.isPresent()) {
            return said(
                    relation,
                    property,
                    role,
                    Proof.Verdict.UNKNOWN,
                    changing.get().fullName()
                            + " changes settings while policies are evaluated, so that what a"
                            + " session was given need not be what they read");
        }
        Optional<String> triggered = triggers.reason(relation, role);
        if (triggered.isPresent()) {
            return said(relation, property, role, Proof.Verdict.UNKNOWN, triggered.orElseThrow());
        }
        try {
            return ask(
                    Question.of(universe, tenancy, relation, property), relation, property, role);
        } catch (BadTree unknown) {
            return said(
                    relation,
                    property,
                    role,
                    Proof.Verdict.UNKNOWN,
                    "a policy cannot be read: " + unknown.getMessage());
        }
    }

    /** Without a question to a solver. */
    private static Proof said(
            Relation relation, Property property, Role role, Proof.Verdict verdict, String reason) {
        return new Proof(relation, property, role, verdict, reason, List.of(), Optional.empty());
    }

    private boolean namesMembers(Relation relation) {
        return tenancy.members()
                .filter(each -> relation.column(each.user()).isPresent())
                .filter(each -> relation.column(each.tenant()).isPresent())
                .isPresent();
    }

    private boolean isGranted(Role role, Relation relation, Privilege privilege) {
        return access.held(role.oid(), relation, privilege).isPresent();
    }

    private Proof ask(Question question, Relation relation, Property property, Role role) {
        List<String> open = List.copyOf(question.ground().open());
        return switch (solver.decide(question.formulas(), PATIENCE)) {
            case Answer.Impossible _ -> impossible(question, relation, property, role);
            case Answer.Possible possible ->
                    new Proof(
                            relation,
                            property,
                            role,
                            Proof.Verdict.CANDIDATE,
                            open.isEmpty()
                                    ? "a row may break it"
                                    : "a row may break it; not looked into: "
                                            + String.join(", ", open),
                            open,
                            Optional.of(new Proof.Model(question, possible)));
            case Answer.Undecided undecided ->
                    new Proof(
                            relation,
                            property,
                            role,
                            Proof.Verdict.UNKNOWN,
                            undecided.reason(),
                            open,
                            Optional.empty());
        };
    }

    /**
     * What cannot be at all proves nothing: the spec may describe a session that nobody can have.
     */
    private Proof impossible(Question question, Relation relation, Property property, Role role) {
        boolean possible = solver.decide(question.facts(), PATIENCE) instanceof Answer.Possible;
        return new Proof(
                relation,
                property,
                role,
                possible ? Proof.Verdict.PROVED : Proof.Verdict.UNKNOWN,
                possible
                        ? "no row can break it"
                        : "what the spec and the constraints say cannot hold together: look at"
                                + " identity and at the settings of the session",
                List.copyOf(question.ground().open()),
                Optional.empty());
    }

    private Session session(Property property) {
        boolean anonymous = property == Property.ANONYMOUS_READ;
        Tenancy.SessionSpec spec =
                (anonymous ? tenancy.anonymous() : tenancy.member()).orElseThrow();
        return new Session(
                anonymous ? "anonymous" : "member",
                catalog.role(spec.role()).orElseThrow(),
                spec.settings(),
                !anonymous,
                Identities.function(tenancy, catalog),
                tenancy.usersAreRoles(),
                true);
    }
}
