package dev.holdfast.rls.witness;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.prove.Example;
import dev.holdfast.rls.prove.Property;
import dev.holdfast.rls.seed.Asker;
import dev.holdfast.rls.seed.Failure;
import dev.holdfast.rls.seed.Quoted;
import dev.holdfast.rls.seed.Transaction;
import dev.holdfast.rls.seed.TypeValues;
import dev.holdfast.rls.tenancy.Tenancy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The session of a tenancy spec, with somebody in the place of its placeholders. */
final class Sessions {
    private static final String USER_ROLE = "holdfast_user_a";

    private final Catalog catalog;
    private final Tenancy tenancy;
    private final Transaction transaction;

    Sessions(Catalog catalog, Tenancy tenancy, Transaction transaction) {
        this.catalog = catalog;
        this.tenancy = tenancy;
        this.transaction = transaction;
    }

    /** Whether the name of the role says who asks, so that each user is a role. */
    boolean byRole() {
        return tenancy.usersAreRoles();
    }

    /** A text for whoever asks, of the type that users are told apart by. */
    String user(Relation relation, Example example, TypeValues values) throws SQLException {
        if (byRole()) {
            return USER_ROLE;
        }
        Example.Known known = example.classes().get(example.user());
        if (known != null && !known.kind().startsWith("type ") && !known.kind().equals("null")) {
            return known.text();
        }
        List<ClassTexts.Kind> kinds = kinds(relation);
        if (kinds.contains(ClassTexts.Kind.UUID)) {
            return values.candidates(2950, "uuid", List.of()).getFirst();
        }
        if (kinds.contains(ClassTexts.Kind.INTEGER)) {
            return values.candidates(23, "integer", List.of()).getFirst();
        }
        return "holdfast-User-a";
    }

    private List<ClassTexts.Kind> kinds(Relation relation) {
        List<Long> types = new ArrayList<>();
        tenancy.owner(relation).map(Column::type).ifPresent(types::add);
        tenancy.members()
                .flatMap(each -> relation(each.table()).flatMap(one -> one.column(each.user())))
                .map(Column::type)
                .ifPresent(types::add);
        String identity = tenancy.identity().orElse("").replaceFirst("\\(\\)$", "");
        catalog.functions().values().stream()
                .filter(each -> identity.equals(each.schema() + "." + each.name()))
                .map(Function::returnType)
                .findFirst()
                .ifPresent(types::add);
        return types.stream().map(each -> ClassTexts.kind(each, catalog)).toList();
    }

    private Optional<Relation> relation(String fullName) {
        return catalog.relation(fullName);
    }

    /** The session for a property. */
    Asker asker(Property property, String user, String tenants, Map<String, String> more)
            throws SQLException {
        boolean anonymous = property == Property.ANONYMOUS_READ;
        Tenancy.SessionSpec spec =
                (anonymous ? tenancy.anonymous() : tenancy.member()).orElseThrow();
        Map<String, String> settings = new LinkedHashMap<>(more);
        spec.settings()
                .forEach((name, text) ->
                        settings.put(
                                name,
                                text.replace("${user}", user).replace("${tenants}", tenants)));
        if (anonymous || !byRole()) {
            return new Asker(spec.role(), settings);
        }
        transaction.run(
                "CREATE ROLE " + USER_ROLE + " NOLOGIN IN ROLE " + Quoted.name(spec.role()));
        return new Asker(USER_ROLE, settings);
    }

    /**
     * The tenants of the session, as whoever asks is known before he does anything.
     *
     * @return nothing when the session's expression cannot be evaluated
     */
    Optional<List<String>> tenants(Asker asker, String user) throws SQLException {
        if (tenancy.members().isPresent()) {
            Tenancy.Members members = tenancy.members().get();
            Relation table = relation(members.table()).orElseThrow();
            Column column = table.column(members.user()).orElseThrow();
            return Optional.of(
                    transaction
                            .rows(
                                    "SELECT DISTINCT %1$s::text FROM %2$s WHERE %1$s IS NOT NULL AND %3$s::text = (%4$s::%5$s)::text"
                                            .formatted(
                                                    Quoted.name(members.tenant()),
                                                    Quoted.name(table),
                                                    Quoted.name(column.name()),
                                                    Quoted.text(user),
                                                    column.typeName()))
                            .stream()
                            .map(List::getFirst)
                            .toList());
        }
        if (tenancy.tenantSession().isEmpty()) {
            return Optional.of(List.of());
        }
        return evaluated(asker, tenancy.tenantSession().get()).map(Sessions::list);
    }

    /** What an expression of the spec gives in the session. */
    Optional<String> evaluated(Asker asker, String expression) throws SQLException {
        asker.enter(transaction);
        try {
            return Optional.of(transaction.one("SELECT (" + expression + ")::text"));
        } catch (SQLException refused) {
            Failure.requireAnswer(refused);
            return Optional.empty();
        } finally {
            asker.leave(transaction);
        }
    }

    /** An array as PostgreSQL writes it, or names with commas between them. */
    private static List<String> list(String text) {
        String bare = text.startsWith("{") ? text.substring(1, text.length() - 1) : text;
        List<String> all = new ArrayList<>();
        for (String each : bare.split(",", -1)) {
            String one = each.strip().replaceAll("^\"|\"$", "");
            if (!one.isEmpty()) {
                all.add(one);
            }
        }
        return all;
    }
}
