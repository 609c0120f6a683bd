package dev.holdfast.rls.propose;

import dev.holdfast.rls.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A proposal as YAML that {@code --tenancy} takes, with a comment for each guess. */
public final class ProposalText {
    private final Proposal proposal;
    private final StringBuilder text = new StringBuilder();

    private ProposalText(Proposal proposal) {
        this.proposal = proposal;
    }

    /** The whole text. */
    public static String of(Proposal proposal) {
        ProposalText it = new ProposalText(proposal);
        it.write();
        return it.text.toString();
    }

    private void write() {
        comment(
                "A proposal of holdfast rls tenancy propose: guesses, to be read by somebody who knows",
                "");
        proposal.notes().forEach(each -> comment(each, ""));
        proposal.missing().forEach(each -> comment("NOT FOUND: " + each, ""));
        proposal.tenancy().ifPresentOrElse(this::spec, this::nothing);
        if (!proposal.unsaid().isEmpty()) {
            comment(
                    "Nothing says whose the rows of these tables are. Each is unknown until it is"
                            + " named under shared, with why it is the same for everybody:",
                    "");
            proposal.unsaid()
                    .forEach((table, why) ->
                            comment(
                                    YamlText.of(table)
                                            + ": say why if this is shared"
                                            + (why.isEmpty() ? "" : " (" + why + ")"),
                                    ""));
        }
    }

    private void nothing() {
        comment("There is no spec: it would say nothing about anybody.", "");
        proposal.because()
                .forEach((key, why) -> why.forEach(each -> comment(key + ": " + each, "")));
    }

    private void spec(Tenancy spec) {
        if (!spec.schemas().isEmpty()) {
            line("schemas: " + YamlText.list(spec.schemas()));
        }
        line("sessions:");
        session("anonymous", spec.anonymous());
        session("member", spec.member());
        because("identity", "");
        spec.identity().ifPresent(each -> line("identity: " + YamlText.of(each)));
        because("owner.columns", "");
        if (spec.hasOwners()) {
            line("owner:");
        }
        if (!spec.owners().isEmpty()) {
            line("  columns: " + YamlText.list(spec.owners()));
        }
        tables("owner.tables", spec.ownerTables());
        tenant(spec);
    }

    private void session(String name, Optional<Tenancy.SessionSpec> session) {
        because("sessions." + name, "  ");
        session.ifPresent(each -> {
            line("  " + name + ":");
            line("    role: " + YamlText.of(each.role()));
            if (!each.settings().isEmpty()) {
                line("    settings:");
                new TreeMap<>(each.settings())
                        .forEach((key, value) ->
                                line("      " + YamlText.of(key) + ": " + YamlText.of(value)));
            }
        });
    }

    private void tenant(Tenancy spec) {
        if (!spec.hasTenants()) {
            because("tenant.columns", "");
            because("tenant.members", "");
            because("tenant.session", "");
            return;
        }
        line("tenant:");
        because("tenant.columns", "  ");
        if (!spec.tenants().isEmpty()) {
            line("  columns: " + YamlText.list(spec.tenants()));
        }
        tables("tenant.tables", spec.tenantTables());
        tables("tenant.parents", spec.parents());
        because("tenant.members", "  ");
        spec.members()
                .ifPresent(each ->
                        line(
                                "  members: {table: %s, user: %s, tenant: %s}"
                                        .formatted(
                                                YamlText.of(each.table()),
                                                YamlText.of(each.user()),
                                                YamlText.of(each.tenant()))));
        because("tenant.session", "  ");
        spec.tenantSession().ifPresent(each -> line("  session: " + YamlText.of(each)));
    }

    /** Columns by the table, each with why. */
    private void tables(String key, Map<String, String> columns) {
        if (!columns.isEmpty()) {
            line("  " + key.substring(key.indexOf('.') + 1) + ":");
            new TreeMap<>(columns)
                    .forEach((table, column) -> {
                        because(key + "." + table, "    ");
                        line("    " + YamlText.of(table) + ": " + YamlText.of(column));
                    });
        }
    }

    private void because(String key, String indent) {
        proposal.because().getOrDefault(key, List.of()).forEach(each -> comment(each, indent));
    }

    private void comment(String words, String indent) {
        text.append(YamlText.comment(words, indent));
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
