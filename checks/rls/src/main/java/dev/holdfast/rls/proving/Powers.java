package dev.holdfast.rls.proving;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.catalog.Schema;
import dev.holdfast.rls.prove.Lineage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a role may do beside reading and writing rows, by which policies would no longer be what was
 * proved of them: an owner alters and drops (PostgreSQL documentation, 5.8 Privileges), a trigger
 * runs in the sessions of others.
 */
final class Powers {
    private static final String NOT_BY_POSTGREST = "; no client of PostgREST can";
    private static final int EACH_ROLE_BY_ITSELF = 16;
    private static final List<String> BEYOND =
            List.of("pg_execute_server_program", "pg_read_server_files", "pg_write_server_files");

    private final Catalog catalog;
    private final EffectiveAccess access;
    private final Resting resting;

    Powers(Catalog catalog, EffectiveAccess access, Resting resting) {
        this.catalog = catalog;
        this.access = access;
        this.resting = resting;
    }

    /** The sentences for people. */
    List<String> of(Relation relation, Role role) {
        List<String> all = new ArrayList<>();
        all.addAll(owned(relation, role));
        all.addAll(creating(relation, role));
        for (long each : Lineage.of(catalog, relation.oid())) {
            Relation part = catalog.relations().get(each);
            if (part != null
                    && !owns(role, part.owner())
                    && access.held(role.oid(), part, Privilege.TRIGGER).isPresent()) {
                all.add(
                        role.name()
                                + " creates no trigger on "
                                + (part.equals(relation) ? "it" : part.fullName())
                                + ", which would run in the sessions of others"
                                + NOT_BY_POSTGREST);
            }
        }
        all.addAll(attributes(role));
        all.addAll(parameters(role));
        return all;
    }

    /** session_replication_role turns triggers and foreign keys off. */
    private List<String> parameters(Role role) {
        return catalog.server().parameters().stream()
                .filter(each -> each.endsWith(" session_replication_role"))
                .filter(each -> {
                    String grantee = each.substring(0, each.lastIndexOf(' '));
                    return grantee.equals("PUBLIC")
                            || catalog.role(grantee)
                                    .filter(it -> access.roles().has(role.oid(), it.oid()))
                                    .isPresent();
                })
                .map(_ ->
                        role.name()
                                + " does not SET session_replication_role, which turns foreign keys"
                                + " and triggers off"
                                + NOT_BY_POSTGREST)
                .distinct()
                .toList();
    }

    private List<String> owned(Relation relation, Role role) {
        List<String> names = new ArrayList<>();
        Lineage.of(catalog, relation.oid()).stream()
                .map(each -> catalog.relations().get(each))
                .filter(Objects::nonNull)
                .filter(each -> owns(role, each.owner()))
                .map(Relation::fullName)
                .forEach(names::add);
        resting.relations(relation).stream()
                .filter(each -> owns(role, each.owner()))
                .map(Relation::fullName)
                .forEach(names::add);
        resting.functions(relation).stream()
                .filter(each -> owns(role, each.owner()))
                .map(Function::fullName)
                .forEach(names::add);
        schemas(relation).stream()
                .filter(each -> owns(role, each.owner()))
                .map(each -> "the schema " + each.name())
                .forEach(names::add);
        return names.isEmpty()
                ? List.of()
                : List.of(
                        role.name()
                                + " has the rights of the owner of "
                                + String.join(", ", names.stream().distinct().toList())
                                + ", and does not alter, replace or drop what the policies are and"
                                + " rest on"
                                + NOT_BY_POSTGREST);
    }

    /** Whoever may create in a schema of a search path can give names another meaning. */
    private List<String> creating(Relation relation, Role role) {
        boolean byName =
                resting.functions(relation).stream().anyMatch(each -> each.body().isEmpty());
        return !byName
                ? List.of()
                : catalog.schemas().values().stream()
                        .filter(each -> !owns(role, each.owner()))
                        .filter(each ->
                                !access.because(role.oid(), each.owner(), each.acl(), "CREATE")
                                        .isEmpty())
                        .map(each ->
                                role.name()
                                        + " creates nothing in the schema "
                                        + each.name()
                                        + " that functions of the policies would call instead"
                                        + NOT_BY_POSTGREST)
                        .toList();
    }

    private List<Schema> schemas(Relation relation) {
        List<Schema> all = new ArrayList<>();
        resting.relations(relation).forEach(each -> add(each.schema(), all));
        resting.functions(relation).forEach(each -> add(each.schema(), all));
        return all.stream().distinct().toList();
    }

    private void add(String name, List<Schema> all) {
        Schema schema = catalog.schemas().get(name);
        if (schema != null) {
            all.add(schema);
        }
    }

    /** What a role has for the whole server. */
    private List<String> attributes(Role role) {
        List<String> all = new ArrayList<>();
        if (role.replication()) {
            all.add(role.name() + " does not replicate, which reads all rows" + NOT_BY_POSTGREST);
        }
        if (role.createRole() && catalog.server().major() < EACH_ROLE_BY_ITSELF) {
            all.add(
                    role.name()
                            + " may create roles and does not make itself a member of others"
                            + NOT_BY_POSTGREST);
        }
        for (String each : BEYOND) {
            catalog.role(each)
                    .filter(it -> access.roles().has(role.oid(), it.oid()))
                    .ifPresent(_ ->
                            all.add(
                                    role.name()
                                            + " does not use "
                                            + each
                                            + ", which reaches the server's files"
                                            + NOT_BY_POSTGREST));
        }
        return all;
    }

    private boolean owns(Role role, long owner) {
        return access.roles().has(role.oid(), owner);
    }
}
