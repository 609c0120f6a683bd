package dev.holdfast.commands.run;

import dev.holdfast.core.policy.PolicySection;
import dev.holdfast.core.policy.Shape;
import dev.holdfast.core.policy.Tightening;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the policy may say about row level security. */
final class RlsSection {
    private static final Shape.Form NAME =
            new Shape.Form("^[^\\s.][^\\n]*$", "a name of the database", 300);

    private RlsSection() {}

    static PolicySection section() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put(
                "enabled",
                new Shape.Flag(
                        "whether holdfast check looks at row level security, where there are"
                                + " migrations",
                        true,
                        Tightening.TRUE));
        keys.put(
                "migrations",
                text("the folder of the migrations; found when left out", List.of(), null));
        keys.put(
                "stub",
                text(
                        "what the migrations are written for; found out when left out",
                        List.of("supabase", "postgrest", "plain"),
                        null));
        keys.put("schemas", names("the schemas that clients reach"));
        keys.put(
                "roles",
                names(
                        "the roles that an attacker may have; those of the interface when left"
                                + " out"));
        keys.put(
                "keys",
                new Shape.Text(
                        "whether primary keys must be UUIDs of version 7, which are ordered by time"
                                + " (RFC 9562)",
                        List.of(AuditSelection.TIME_ORDERED, "any"),
                        null,
                        "any",
                        Tightening.EARLIER_CHOICE));
        keys.put("tenancy", tenancy());
        return new PolicySection(
                "rls", new Shape.Keys("row level security of PostgreSQL", keys, List.of()));
    }

    private static Shape tenancy() {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("schemas", names("the schemas whose tables are proved"));
        Map<String, Shape> sessions = new LinkedHashMap<>();
        sessions.put("anonymous", session("of nobody"));
        sessions.put("member", session("of a user"));
        keys.put("sessions", new Shape.Keys("who asks", sessions, List.of()));
        keys.put("identity", text("the expression that yields who is asking", List.of(), null));
        Map<String, Shape> owner = new LinkedHashMap<>();
        owner.put("columns", names("columns; the first that a table has decides"));
        owner.put("tables", columns("tables whose owner column has another name"));
        keys.put("owner", new Shape.Keys("by what a row belongs to a user", owner, List.of()));
        Map<String, Shape> tenant = new LinkedHashMap<>();
        tenant.put("columns", names("columns; the first that a table has decides"));
        tenant.put("tables", columns("tables whose tenant column has another name"));
        tenant.put(
                "parents",
                columns(
                        "tables whose rows belong to the tenant of the row that a foreign key"
                                + " points to"));
        Map<String, Shape> members = new LinkedHashMap<>();
        members.put("table", text("with its schema", List.of(), null));
        members.put("user", text("the column of the user", List.of(), null));
        members.put("tenant", text("the column of the tenant", List.of(), null));
        tenant.put(
                "members",
                new Shape.Keys(
                        "the table of who is a member of which tenant",
                        members,
                        List.of("table", "user", "tenant")));
        tenant.put(
                "session",
                text("the expression that yields the session's tenants", List.of(), null));
        keys.put("tenant", new Shape.Keys("by what a row belongs to a tenant", tenant, List.of()));
        keys.put(
                "shared",
                new Shape.Names(
                        "tables that are the same for everybody, and why",
                        NAME,
                        text("the reason", List.of(), null)));
        return new Shape.Keys("what a tenant is (docs/rls.md)", keys, List.of());
    }

    private static Shape session(String whose) {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put("role", text("the role that is set", List.of(), null));
        keys.put(
                "settings",
                new Shape.Names(
                        "settings that are set, with ${user} and ${tenants} in them",
                        NAME,
                        text("the value", List.of(), null)));
        return new Shape.Keys("the session " + whose, keys, List.of("role"));
    }

    private static Shape columns(String description) {
        return new Shape.Names(description, NAME, text("the column", List.of(), null));
    }

    private static Shape names(String description) {
        return new Shape.ListOf(
                description,
                new Shape.Text("a name", List.of(), NAME, null, Tightening.SAME),
                List.of(),
                Tightening.SAME);
    }

    private static Shape text(String description, List<String> choices, @Nullable Object standard) {
        return new Shape.Text(description, choices, null, standard, Tightening.SAME);
    }
}
