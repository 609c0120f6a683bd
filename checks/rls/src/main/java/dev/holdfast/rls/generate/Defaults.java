package dev.holdfast.rls.generate;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.DefaultAcl;
import dev.holdfast.rls.catalog.Grant;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.catalog.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a schema lets in, and what is granted on what will be made in it. */
final class Defaults {
    private static final Map<Character, String> KINDS =
            new TreeMap<>(Map.of('r', "TABLES", 'S', "SEQUENCES", 'f', "FUNCTIONS"));

    private final Catalog catalog;
    private final Tables tables;
    private final Audience audience;
    private final EffectiveAccess access;

    Defaults(Catalog catalog, Tables tables, Audience audience, EffectiveAccess access) {
        this.catalog = catalog;
        this.tables = tables;
        this.audience = audience;
        this.access = access;
    }

    /** Only what has to change: the schema is often somebody else's. */
    void schemas(Script script) {
        Script all = new Script();
        for (String name : tables.schemas()) {
            Schema schema = catalog.schemas().get(name);
            List<String> using =
                    audience.sessions()
                            .filter(each -> !access.mayUse(each.oid(), name))
                            .filter(each -> isReadBy(each, name))
                            .map(each -> Names.of(each.name()))
                            .toList();
            if (!using.isEmpty()) {
                all.statement(
                        "GRANT USAGE ON SCHEMA "
                                + Names.of(name)
                                + " TO "
                                + String.join(", ", using));
            }
            List<String> creating = schema == null ? List.of() : creating(schema);
            if (!creating.isEmpty()) {
                all.statement(
                        "REVOKE CREATE ON SCHEMA "
                                + Names.of(name)
                                + " FROM "
                                + String.join(", ", creating));
            }
        }
        if (!all.toString().isEmpty()) {
            script.title("Schemas")
                    .comment(
                            "USAGE lets names be found; without it no grant counts. CREATE would let"
                                    + " a session put a function in front of another's.")
                    .append(all);
        }
    }

    /** Whether the role reads a table of the schema after all this. */
    private boolean isReadBy(Role role, String schema) {
        boolean isMember = audience.member().filter(role::equals).isPresent();
        return tables.all().stream()
                .filter(each -> each.schema().equals(schema))
                .anyMatch(each ->
                        tables.is(each, Treatment.SHARED)
                                || (isMember
                                        && tables.treatment(each.oid())
                                                .filter(Treatment::isRead)
                                                .isPresent()));
    }

    private List<String> creating(Schema schema) {
        return schema.acl().stream()
                .filter(each -> each.privilege().equals("CREATE"))
                .map(Grant::grantee)
                .filter(each -> each != schema.owner())
                .filter(each ->
                        each == Role.PUBLIC
                                || audience.sessions().anyMatch(role -> role.oid() == each))
                .map(each -> each == Role.PUBLIC ? "PUBLIC" : Names.of(catalog.roleName(each)))
                .distinct()
                .sorted()
                .toList();
    }

    /** Default privileges of those who make things here. */
    void privileges(Script script) {
        script.title("What will be made here")
                .comment(
                        "New tables, sequences and functions are nobody's until a migration grants"
                                + " them. That everybody may call a new function is PostgreSQL's own"
                                + " default, which only the form without IN SCHEMA takes back"
                                + " (sql-alterdefaultprivileges).");
        List<String> others = new ArrayList<>();
        for (Role maker : makers()) {
            if (audience.actsAs(maker.oid())) {
                maker(script, maker);
            } else {
                others.add(maker.name());
            }
        }
        if (!others.isEmpty()) {
            script.comment(
                    "Not changed, because whoever runs migrations may not act for them: the default"
                            + " privileges of "
                            + String.join(", ", others)
                            + ".");
        }
    }

    private void maker(Script script, Role maker) {
        String of = "ALTER DEFAULT PRIVILEGES FOR ROLE " + Names.of(maker.name());
        for (String schema : tables.schemas()) {
            KINDS.forEach((letter, kind) ->
                    script.statement(
                            of
                                    + " IN SCHEMA "
                                    + Names.of(schema)
                                    + " REVOKE ALL ON "
                                    + kind
                                    + " FROM "
                                    + losing(maker, schema, letter)));
        }
        script.statement(of + " REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC");
        KINDS.forEach((letter, kind) -> {
            if (acl(maker, "", letter).isPresent()) {
                script.statement(
                        of + " REVOKE ALL ON " + kind + " FROM " + losing(maker, "", letter));
            }
        });
    }

    private String losing(Role maker, String schema, char letter) {
        List<Grant> grants = acl(maker, schema, letter).map(DefaultAcl::acl).orElse(List.of());
        return String.join(", ", audience.losing(grants, maker.oid()));
    }

    private Optional<DefaultAcl> acl(Role maker, String schema, char letter) {
        return catalog.defaultAcls().stream()
                .filter(each ->
                        each.owner() == maker.oid()
                                && each.schema().equals(schema)
                                && each.objects() == letter)
                .findFirst();
    }

    /** Owners of what is there, those with default privileges here, and who runs migrations. */
    private List<Role> makers() {
        Set<String> names = new TreeSet<>();
        Stream<Long> owners =
                Stream.of(
                                tables.all().stream().map(Relation::owner),
                                tables.relations(Relation.Kind.VIEW).stream().map(Relation::owner),
                                catalog.functions().values().stream()
                                        .filter(each -> tables.isExposed(each.schema()))
                                        .filter(each -> each.extension().isEmpty())
                                        .map(dev.holdfast.rls.catalog.Function::owner),
                                catalog.defaultAcls().stream()
                                        .filter(each ->
                                                each.schema().isEmpty()
                                                        || tables.isExposed(each.schema()))
                                        .map(DefaultAcl::owner))
                        .flatMap(each -> each);
        owners.map(catalog::roleName).forEach(names::add);
        names.add(catalog.server().user());
        Map<String, Role> makers = new LinkedHashMap<>();
        names.forEach(each -> catalog.role(each).ifPresent(role -> makers.put(each, role)));
        return List.copyOf(makers.values());
    }
}
