package dev.holdfast.rls.propose;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.expression.FunctionQueries;
import dev.holdfast.rls.tenancy.SelfChosen;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes a proposal of a catalogue. Pure. */
public final class Proposer {
    private final Catalog catalog;
    private final List<String> schemas;
    private final Tables tables;
    private final Comparisons comparisons;
    private final Reasons reasons = new Reasons();

    private Proposer(Catalog catalog, Map<Long, String> bodies, List<String> schemas) {
        this.catalog = catalog;
        this.schemas = schemas.stream().filter(catalog.schemas()::containsKey).toList();
        this.tables = new Tables(catalog, schemas);
        this.comparisons = new Comparisons(catalog, FunctionQueries.of(bodies));
    }

    /**
     * What the catalogue speaks for.
     *
     * @param bodies of functions, as node trees
     * @param schemas that are exposed
     * @param notes how the catalogue came to be
     * @param doubts what is not in it though it is in the database
     */
    public static Proposal of(
            Catalog catalog,
            Map<Long, String> bodies,
            List<String> schemas,
            List<String> notes,
            List<String> doubts) {
        return new Proposer(catalog, bodies, schemas).propose(notes, doubts);
    }

    private Proposal propose(List<String> notes, List<String> doubts) {
        tables.all().forEach(comparisons::look);
        doubts.forEach(reasons::missing);
        comparisons
                .unreadable()
                .forEach(
                        each -> reasons.missing("what the policy " + each + " asks: not readable"));
        Set<Comparison> found = comparisons.found();
        Identities identities = new Identities(tables, found, reasons);
        Optional<SaysWho> user = identities.user();
        Optional<SaysWho> session = identities.tenant();
        Optional<MembersTable.Found> members =
                new MembersTable(tables, found, identities, reasons)
                        .find(user.isPresent() && session.isEmpty());
        TenantColumns.Found tenant = tenant(found, members, session);
        Tenancy part = part(tenant, members, members.isPresent() ? Optional.empty() : session);
        OwnerColumns columns = new OwnerColumns(tables, found, identities, reasons);
        Map<String, String> parents =
                new Parents(
                                tables,
                                part,
                                each -> tables.isOfUsers(each) || columns.decidesWhoSees(each),
                                reasons)
                        .find();
        columns.sayAuthors(parents.keySet());
        OwnerColumns.Found owners =
                user.isEmpty()
                        ? OwnerColumns.Found.NOTHING
                        : columns.find(each ->
                                part.tenant(each).isPresent()
                                        || parents.containsKey(each.fullName()));
        Roles roles = new Roles(tables, new EffectiveAccess(catalog), reasons);
        Tenancy tenancy =
                sessions(part, owners, user, session, identities, roles)
                        .with(owners.tables(), parents);
        SelfChosen.of(tenancy).ifPresent(each -> reasons.missing("who is asking: " + each));
        boolean says = tenancy.anonymous().isPresent() || tenancy.member().isPresent();
        return new Proposal(
                says ? Optional.of(tenancy) : Optional.empty(),
                reasons.because(),
                reasons.missing(),
                new Unsaid(tables, roles, catalog).of(tenancy),
                notes);
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
        Map<String, String> both = new TreeMap<>(one);
        both.putAll(other);
        return both;
    }

    private TenantColumns.Found tenant(
            Set<Comparison> found,
            Optional<MembersTable.Found> members,
            Optional<SaysWho> session) {
        TenantColumns columns = new TenantColumns(tables, found, reasons);
        if (members.isPresent()) {
            return columns.of(members.get());
        }
        return session.map(columns::of)
                .orElseGet(() -> new TenantColumns.Found(List.of(), Map.of()));
    }

    private Tenancy part(
            TenantColumns.Found tenant,
            Optional<MembersTable.Found> members,
            Optional<SaysWho> session) {
        return new Tenancy(
                schemas,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                tenant.columns(),
                tenant.tables(),
                members.map(each ->
                        new Tenancy.Members(
                                each.table().fullName(), each.user().name(), each.tenant().name())),
                session.map(comparisons.written()::of),
                Map.of());
    }

    private Tenancy sessions(
            Tenancy part,
            OwnerColumns.Found owners,
            Optional<SaysWho> user,
            Optional<SaysWho> session,
            Identities identities,
            Roles roles) {
        Settings settings = new Settings(reasons);
        List<SaysWho> users = new ArrayList<>();
        user.ifPresent(each -> {
            users.add(each);
            users.addAll(identities.likewise(each));
        });
        users.forEach(settings::user);
        session.ifPresent(each -> {
            settings.tenants(each);
            identities.likewise(each).forEach(settings::tenants);
        });
        Optional<Role> member = roles.member(comparisons.found());
        boolean belongs =
                !owners.columns().isEmpty()
                        || !owners.tables().isEmpty()
                        || !part.tenants().isEmpty()
                        || !part.tenantTables().isEmpty();
        boolean identified = user.isPresent() || part.tenantSession().isPresent();
        if (!identified) {
            reasons.missing("who is asking: no policy compares a column with the session");
        }
        if (!belongs) {
            reasons.missing("whose a row is: no column names a user or a tenant");
        }
        Optional<String> identity = user.map(comparisons.written()::of);
        Map<String, String> legacy =
                settings.hasClaims() ? LegacyClaims.empty(tables, identity) : Map.of();
        if (!legacy.isEmpty()) {
            reasons.add(
                    "sessions.anonymous",
                    String.join(", ", legacy.keySet())
                            + ": policies read it, and no client of PostgREST can set it");
        }
        return new Tenancy(
                schemas,
                roles.anonymous()
                        .map(each ->
                                new Tenancy.SessionSpec(
                                        each.name(),
                                        settings.hasClaims()
                                                ? both(legacy, Settings.anonymous(each.name()))
                                                : Map.of())),
                member.filter(_ -> belongs && identified)
                        .map(each ->
                                new Tenancy.SessionSpec(
                                        each.name(), both(legacy, settings.all(each.name())))),
                identity,
                owners.columns(),
                part.tenants(),
                new TreeMap<>(part.tenantTables()),
                part.members(),
                part.tenantSession(),
                Map.of());
    }
}
