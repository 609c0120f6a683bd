package dev.holdfast.rls.tenancy;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.yaml.YamlEntry;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import dev.holdfast.core.yaml.YamlSequence;
import dev.holdfast.rls.catalog.Catalog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a tenancy spec and holds every name in it against the catalogue: a table or a column that
 * is not there would leave rows without an owner, and prove what nobody asked for.
 */
public final class TenancyReader {
    private static final String SCHEMA = "see docs/rls.md for what a tenancy spec may say";

    private final String file;
    private final Catalog catalog;
    private final TenancyNames names;
    private final SpecExpressions expressions;

    private TenancyReader(String file, Catalog catalog, SpecExpressions expressions) {
        this.expressions = expressions;
        this.file = file;
        this.catalog = catalog;
        this.names = new TenancyNames(file, catalog);
    }

    /**
     * The spec of a file or of a section of one.
     *
     * @param file as its user knows it
     * @throws UserProblem with {@code file:line:column} when it says what it may not, or names what
     *     is not there
     * @throws SQLException when the server ends the connection
     */
    public static Tenancy read(
            YamlNode node, String file, Catalog catalog, SpecExpressions expressions)
            throws SQLException {
        return new TenancyReader(file, catalog, expressions).spec(node);
    }

    private Tenancy spec(YamlNode node) throws SQLException {
        YamlMapping spec = mapping(node, "a tenancy spec");
        only(spec, Set.of("schemas", "sessions", "identity", "owner", "tenant", "shared"));
        List<String> schemas = new ArrayList<>();
        for (YamlScalar each : texts(spec, "schemas")) {
            schemas.add(names.schema(each));
        }
        Optional<YamlMapping> sessions = part(spec, "sessions");
        sessions.ifPresent(each -> only(each, Set.of("anonymous", "member")));
        Optional<YamlMapping> owner = part(spec, "owner");
        owner.ifPresent(each -> only(each, Set.of("columns", "tables")));
        Optional<YamlMapping> tenant = part(spec, "tenant");
        tenant.ifPresent(
                each -> only(each, Set.of("columns", "tables", "parents", "members", "session")));
        Optional<String> identity = expression(text(spec, "identity"), "identity");
        Optional<String> tenantSession =
                expression(tenant.flatMap(each -> text(each, "session")), "tenant.session");
        Tenancy tenancy =
                new Tenancy(
                        schemas,
                        sessions.flatMap(each -> session(each, "anonymous")),
                        sessions.flatMap(each -> session(each, "member")),
                        identity,
                        columns(owner, schemas),
                        columns(tenant, schemas),
                        tables(tenant, "tables"),
                        tenant.flatMap(each -> part(each, "members")).map(this::members),
                        tenantSession,
                        part(spec, "shared").map(this::shared).orElse(Map.of()),
                        tables(owner, "tables"),
                        tables(tenant, "parents"));
        tenant.flatMap(each -> part(each, "parents"))
                .ifPresent(each -> new ParentsReader(file, catalog).require(each, tenancy));
        demand(spec, tenancy);
        return tenancy;
    }

    /** What the server does not take for an expression is no one's identity. */
    private Optional<String> expression(Optional<YamlScalar> written, String what)
            throws SQLException {
        if (written.isPresent()
                && expressions.parse(written.get().text())
                        instanceof SpecExpressions.Parsed.Refused(String why)) {
            throw wrong(
                    written.get(),
                    what + " is no expression of this database: " + why,
                    "write one, for example auth.uid(), current_user or"
                            + " current_setting('app.user_id', true)");
        }
        return written.map(YamlScalar::text);
    }

    /** What a spec needs so that its words mean something. */
    private void demand(YamlMapping spec, Tenancy tenancy) {
        if (tenancy.anonymous().isEmpty() && tenancy.member().isEmpty()) {
            throw wrong(spec, "no session is named", "name sessions.anonymous, sessions.member");
        }
        boolean belongs = tenancy.hasOwners() || tenancy.hasTenants();
        if (tenancy.member().isPresent() && !belongs) {
            throw wrong(
                    spec,
                    "it does not say whose a row is",
                    "name owner.columns, owner.tables, tenant.columns or tenant.tables");
        }
        if (tenancy.member().isPresent()
                && tenancy.identity().isEmpty()
                && tenancy.tenantSession().isEmpty()) {
            throw wrong(
                    spec, "it does not say who is asking", "name identity, for example auth.uid()");
        }
        if (tenancy.hasTenants()
                && tenancy.members().isEmpty()
                && tenancy.tenantSession().isEmpty()) {
            throw wrong(
                    spec,
                    "it does not say who is a member of a tenant",
                    "name tenant.members or tenant.session");
        }
    }

    private Optional<Tenancy.SessionSpec> session(YamlMapping sessions, String name) {
        return part(sessions, name)
                .map(each -> {
                    only(each, Set.of("role", "settings"));
                    YamlScalar role =
                            text(each, "role")
                                    .orElseThrow(
                                            () -> wrong(each, "the session has no role", SCHEMA));
                    Map<String, String> settings = new LinkedHashMap<>();
                    part(each, "settings")
                            .ifPresent(all ->
                                    all.entries()
                                            .forEach(one ->
                                                    settings.put(one.key(), scalar(one).text())));
                    return new Tenancy.SessionSpec(names.role(role), settings);
                });
    }

    private List<String> columns(Optional<YamlMapping> part, List<String> schemas) {
        List<String> columns = new ArrayList<>();
        if (part.isPresent()) {
            for (YamlScalar each : texts(part.get(), "columns")) {
                columns.add(names.column(each, schemas));
            }
        }
        return columns;
    }

    private Map<String, String> tables(Optional<YamlMapping> of, String key) {
        Map<String, String> columns = new LinkedHashMap<>();
        of.flatMap(each -> part(each, key)).stream()
                .flatMap(each -> each.entries().stream())
                .forEach(each ->
                        columns.put(names.table(each), names.columnOf(each.key(), scalar(each))));
        return columns;
    }

    private Tenancy.Members members(YamlMapping members) {
        only(members, Set.of("table", "user", "tenant"));
        YamlScalar table = required(members, "table");
        String name = names.table(table);
        return new Tenancy.Members(
                name,
                names.columnOf(name, required(members, "user")),
                names.columnOf(name, required(members, "tenant")));
    }

    private Map<String, String> shared(YamlMapping shared) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (YamlEntry each : shared.entries()) {
            YamlScalar reason = scalar(each);
            if (reason.text().isBlank()) {
                throw wrong(reason, each.key() + " is shared without a reason", SCHEMA);
            }
            reasons.put(names.table(each), reason.text());
        }
        return reasons;
    }

    private YamlScalar required(YamlMapping mapping, String key) {
        return text(mapping, key)
                .orElseThrow(() -> wrong(mapping, key + " is missing here", SCHEMA));
    }

    private void only(YamlMapping mapping, Set<String> keys) {
        for (YamlEntry each : mapping.entries()) {
            if (!keys.contains(each.key())) {
                throw new UserProblem(
                        "%s:%d:%d: there is no key %s here%s"
                                .formatted(
                                        file,
                                        each.keyLine(),
                                        each.keyColumn(),
                                        each.key(),
                                        TenancyNames.meant(each.key(), keys)),
                        SCHEMA);
            }
        }
    }

    private Optional<YamlMapping> part(YamlMapping mapping, String key) {
        return mapping.entry(key).map(each -> mapping(each.value(), key));
    }

    private YamlMapping mapping(YamlNode node, String what) {
        if (node instanceof YamlMapping mapping) {
            return mapping;
        }
        throw wrong(node, what + " is a mapping", SCHEMA);
    }

    private Optional<YamlScalar> text(YamlMapping mapping, String key) {
        return mapping.entry(key).map(this::scalar);
    }

    private YamlScalar scalar(YamlEntry entry) {
        if (entry.value() instanceof YamlScalar scalar && !scalar.isNull()) {
            return scalar;
        }
        throw wrong(entry.value(), entry.key() + " is a text", SCHEMA);
    }

    private List<YamlScalar> texts(YamlMapping mapping, String key) {
        Optional<YamlEntry> entry = mapping.entry(key);
        if (entry.isEmpty()) {
            return List.of();
        }
        if (!(entry.get().value() instanceof YamlSequence sequence)) {
            throw wrong(entry.get().value(), key + " is a list", SCHEMA);
        }
        List<YamlScalar> texts = new ArrayList<>();
        for (YamlNode each : sequence.items()) {
            if (!(each instanceof YamlScalar scalar) || scalar.isNull()) {
                throw wrong(each, key + " is a list of texts", SCHEMA);
            }
            texts.add(scalar);
        }
        return texts;
    }

    private UserProblem wrong(YamlNode node, String what, String next) {
        return new UserProblem(
                "%s:%d:%d: %s".formatted(file, node.line(), node.column(), what), next);
    }
}
