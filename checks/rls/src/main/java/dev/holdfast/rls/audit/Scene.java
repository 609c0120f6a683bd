package dev.holdfast.rls.audit;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.access.ExposedRoles;
import dev.holdfast.rls.access.Gate;
import dev.holdfast.rls.access.Gate.Side;
import dev.holdfast.rls.access.Held;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.access.WayAround;
import dev.holdfast.rls.access.WaysAround;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.demand.PolicyExpressions;
import dev.holdfast.rls.demand.Strength;
import dev.holdfast.rls.demand.Strengths;
import dev.holdfast.rls.demand.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What rules look at: the catalogue, the effective access of the exposed roles, expressions. */
public final class Scene {
    private final AuditRequest request;
    private final Catalog catalog;
    private final EffectiveAccess access;
    private final ExposedRoles roles;
    private final WaysAround around;
    private final PolicyExpressions expressions;
    private final Words words;
    private final Strengths strengths;
    private final Guards guards;
    private final List<WayAround> ways;
    private final List<Relation> tables;
    private final List<Policy> policies;

    /** The scene of a request. */
    public Scene(Catalog catalog, AuditRequest request) {
        this.catalog = catalog;
        this.request = request;
        access = new EffectiveAccess(catalog);
        roles =
                request.roles().isEmpty()
                        ? ExposedRoles.usual(catalog)
                        : ExposedRoles.named(catalog, request.roles());
        around = new WaysAround(access);
        expressions = new PolicyExpressions(catalog);
        words = new Words(catalog);
        Set<String> names =
                roles.roles().stream().map(catalog::roleName).collect(Collectors.toSet());
        strengths = new Strengths(words, expressions, names);
        guards = new Guards(catalog, expressions);
        List<WayAround> all = new ArrayList<>();
        for (long role : roles.roles()) {
            all.addAll(around.of(role));
        }
        ways = List.copyOf(all);
        tables = relations(Relation.Kind.TABLE, Relation.Kind.PARTITIONED_TABLE);
        policies =
                guarded().stream()
                        .flatMap(each -> access.policiesOf(each).stream())
                        .filter(this::counts)
                        .toList();
    }

    public AuditRequest request() {
        return request;
    }

    public Catalog catalog() {
        return catalog;
    }

    public EffectiveAccess access() {
        return access;
    }

    public ExposedRoles exposed() {
        return roles;
    }

    /** The exposed roles. */
    public List<Long> roles() {
        return roles.roles();
    }

    public WaysAround around() {
        return around;
    }

    /** The ways around policies of all exposed roles. */
    public List<WayAround> ways() {
        return ways;
    }

    public PolicyExpressions expressions() {
        return expressions;
    }

    public Words words() {
        return words;
    }

    public Strengths strengths() {
        return strengths;
    }

    public Guards guards() {
        return guards;
    }

    /**
     * Whether the audit is asked about it: it stands in an exposed schema and is not an
     * extension's, or is a table beside these through which the same API works: files with policies
     * of the application, queues.
     */
    public boolean concerns(Relation relation) {
        if (concerns(relation.schema())) {
            return relation.extension().isEmpty();
        }
        return relation.schema().equals("pgmq")
                || (relation.fullName().equals("storage.objects")
                        && !access.policiesOf(relation).isEmpty());
    }

    /** Whether it is an exposed schema. */
    public boolean concerns(String schema) {
        return request.schemas().contains(schema);
    }

    /** The tables that the audit is asked about, partitioned ones too. */
    public List<Relation> tables() {
        return tables;
    }

    /** The relations of some kinds that the audit is asked about. */
    public List<Relation> relations(Relation.Kind... kinds) {
        Set<Relation.Kind> wanted = Set.of(kinds);
        return catalog.allRelations().stream()
                .filter(each -> wanted.contains(each.kind()) && concerns(each))
                .toList();
    }

    /** The tables with row security that the audit is asked about. */
    public List<Relation> guarded() {
        return tables().stream().filter(Relation::rowSecurity).toList();
    }

    /** The same in the exposed schemas alone: what the application itself made. */
    public List<Relation> ownGuarded() {
        return guarded().stream().filter(each -> concerns(each.schema())).toList();
    }

    /** The exposed roles with a privilege, that do not own the table. */
    public List<Long> holders(Relation relation, Privilege privilege) {
        return roles().stream()
                .filter(role ->
                        access.held(role, relation, privilege)
                                .filter(held -> !held.onlyByOwnership())
                                .isPresent())
                .toList();
    }

    /** The exposed roles with a privilege whose policies count. */
    public List<Long> bound(Relation relation, Privilege privilege) {
        return holders(relation, privilege).stream()
                .filter(role -> access.enforcement(role, relation) == Enforcement.ENFORCED)
                .toList();
    }

    /** How strict a role's policies for a command are together. */
    public Strength strength(long role, Relation relation, Command command, Side side) {
        Gate gate = access.gate(role, relation, command);
        Strength strength = strengths.of(gate, side);
        return strength == Strength.SIGNED_IN && ExposedRoles.isAnonymous(catalog, role)
                ? Strength.DEPENDS
                : strength;
    }

    /** The names of roles. */
    public List<String> names(List<Long> some) {
        return some.stream().map(catalog::roleName).toList();
    }

    /** What gives some roles a privilege, for the evidence. */
    public List<String> grants(List<Long> some, Relation relation, Privilege... privileges) {
        List<String> texts = new ArrayList<>();
        for (long role : some) {
            for (Privilege privilege : privileges) {
                access.held(role, relation, privilege).map(Held::text).ifPresent(texts::add);
            }
        }
        return texts.stream().distinct().toList();
    }

    /** The policies that count for some roles and a command. */
    public List<String> policies(List<Long> some, Relation relation, Command command) {
        Set<String> found = new LinkedHashSet<>();
        some.forEach(role -> found.addAll(access.gate(role, relation, command).names()));
        return List.copyOf(found);
    }

    /** Whether a policy counts for an exposed role. */
    public boolean counts(Policy policy) {
        return roles().stream().anyMatch(role -> access.speaksOf(policy, role));
    }

    /** {@code schema.table:policy}. */
    public String subject(Policy policy) {
        return table(policy).fullName() + ":" + policy.name();
    }

    /** The table of a policy. */
    public Relation table(Policy policy) {
        Relation table = catalog.relations().get(policy.relation());
        if (table == null) {
            throw new IllegalStateException("the policy " + policy.name() + " has no table");
        }
        return table;
    }

    /** The policies that count on tables that the audit is asked about. */
    public List<Policy> policies() {
        return policies;
    }
}
