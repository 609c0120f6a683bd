package dev.holdfast.commands.report;

import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.core.exhibit.Tone;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Excerpt;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reports that several tests look at. */
public final class Samples {

    private Samples() {}

    /** A run as a web shop has it: leaks with sources, an accepted one, a hole. */
    public static Report realistic() {
        return new ReportBuilder()
                .environment("production")
                .with(leaks())
                .with(
                        ResultBuilder.fail("bundle.served-map")
                                .severity(Severity.MEDIUM)
                                .at("dist/assets/index-BX3k9aQ1.js.map", 1, 1)
                                .message("a source map with 214 sources is among what is served")
                                .remediation("keep maps out of what is deployed")
                                .property("exposure", "map")
                                .build(),
                        ResultBuilder.of(Outcome.UNKNOWN, "secrets.bundle")
                                .at("dist/legacy/vendor.js", 1, 1)
                                .message("is larger than 256 MiB, so it was not looked at")
                                .remediation("raise secrets.bundle.maxFileMiB, or exclude it")
                                .build(),
                        ResultBuilder.of(Outcome.WAIVED, "secrets.env-value")
                                .waiver("W-12")
                                .at("dist/assets/admin-Qw81Zk2P.js", 1, 5210)
                                .message("the value of SENTRY_PROJECT in what browsers load")
                                .build(),
                        ResultBuilder.of(Outcome.BASELINED, "secrets.public-variable")
                                .at("dist/assets/index-BX3k9aQ1.js", 1, 7731)
                                .message("VITE_INTERNAL_TOKEN holds a secret by its name")
                                .build(),
                        ResultBuilder.pass("secrets.supabase-anon-jwt")
                                .at("dist/assets/index-BX3k9aQ1.js", 1, 9002)
                                .message("a Supabase anon key in what browsers load, by design")
                                .property("verdict", "public-by-design")
                                .build(),
                        ResultBuilder.pass("secrets.bundle")
                                .subject("dist")
                                .message("38 files and 4120553 bytes were read to their end")
                                .build(),
                        ResultBuilder.of(Outcome.NOT_APPLICABLE, "secrets.bundle")
                                .at("dist/current", 1, 1)
                                .message("is a link to releases/41, which is outside the tree")
                                .build())
                .note("scanned: dist")
                .show(exhibit(2))
                .build();
    }

    private static List<Result> leaks() {
        Excerpt excerpt =
                new Excerpt(
                        1,
                        20_421,
                        List.of(
                                "\"/api/pay\",{headers:{authorization:`Bearer sk_live_…`}}),x=e=>{"));
        return List.of(
                ResultBuilder.fail("secrets.stripe-secret-key")
                        .severity(Severity.CRITICAL)
                        .at(
                                "dist/assets/index-BX3k9aQ1.js",
                                1,
                                20_480,
                                new Origin("src/lib/payment.ts", 14, 23),
                                excerpt)
                        .at(
                                "dist/assets/index-BX3k9aQ1.js.map",
                                1,
                                88_112,
                                new Origin("src/lib/payment.ts", 14, 23),
                                null)
                        .message("a Stripe secret key (STRIPE_SECRET_KEY) in what browsers load")
                        .remediation(
                                "revoke it at https://dashboard.stripe.com/apikeys, make a new one,"
                                        + " keep it on the server")
                        .property("redacted", "sk_live_… (107 characters)")
                        .property("variable", "STRIPE_SECRET_KEY")
                        .property("variableSource", ".env.production:3")
                        .property("exposure", "served")
                        .property("verdict", "leaked")
                        .build(),
                ResultBuilder.fail("secrets.supabase-service-role-jwt")
                        .severity(Severity.CRITICAL)
                        .at(
                                "dist/assets/admin-Qw81Zk2P.js",
                                1,
                                911,
                                new Origin("src/admin/client.ts", 5, 31),
                                null)
                        .message("a Supabase service_role key in what browsers load")
                        .remediation("rotate the project's JWT secret, use the anon key here")
                        .property("redacted", "eyJ… (219 characters)")
                        .property("role", "service_role")
                        .property("exposure", "served")
                        .build());
    }

    /** One of everything: outcomes, severities, evidence, places, properties, subjects. */
    public static Report everything() {
        List<Result> results = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            for (Severity severity : Severity.values()) {
                for (Evidence evidence : Evidence.values()) {
                    ResultBuilder builder =
                            ResultBuilder.of(outcome, "area." + evidence.word())
                                    .severity(severity)
                                    .evidence(evidence)
                                    .remediation("do this")
                                    .message(outcome.word() + " of " + severity.word());
                    if (outcome == Outcome.WAIVED) {
                        builder.waiver("W-1");
                    }
                    results.add(builder.places(evidence.ordinal()).build());
                }
            }
        }
        results.add(
                ResultBuilder.fail("rls.table-open")
                        .subject("public.orders")
                        .message("the table has no row level security")
                        .build());
        results.add(ResultBuilder.fail("secrets.many").places(3_000).build());
        results.add(
                ResultBuilder.fail("secrets.lines")
                        .spot(
                                new Location("dist/a.js", 3, 9, 7, 1, new Origin("src/a.ts", 1, 1)),
                                new Excerpt(2, 1, List.of("let a;", "let b;", "let c;")))
                        .property("text", "words")
                        .property("number", 7)
                        .property("long", 7_000_000_000L)
                        .property("fraction", 0.5)
                        .property("flag", true)
                        .property("list", List.of("one", 2, false))
                        .property("map", Map.of("b", 1, "a", List.of(Map.of("x", "y"))))
                        .build());
        return new ReportBuilder()
                .with(results)
                .note("a note")
                .note("and another")
                .show(exhibit(2))
                .build();
    }

    /** Who reaches what, of so many relations in each of two schemas and three roles. */
    static Exhibit exhibit(int relations) {
        List<Exhibit.Row> rows = new ArrayList<>();
        for (String schema : List.of("api", "public")) {
            for (int i = 0; i < relations; i++) {
                for (String role : List.of("anon", "authenticated", "public")) {
                    rows.add(
                            new Exhibit.Row(
                                    schema, schema + ".table_" + i, role, cells(role, schema)));
                }
            }
        }
        return new Exhibit(
                "Who reaches which rows",
                "read from the catalogue",
                "relation",
                "role",
                List.of("SELECT", "INSERT", "UPDATE", "DELETE"),
                rows);
    }

    private static List<Exhibit.Cell> cells(String role, String schema) {
        Exhibit.Cell none = new Exhibit.Cell("none", List.of(), Tone.CLOSED);
        Exhibit.Cell policy = new Exhibit.Cell("rows by policy own", List.of(), Tone.LIMITED);
        Exhibit.Cell all = new Exhibit.Cell("all rows", List.of("row security is off"), Tone.OPEN);
        Exhibit.Cell around =
                new Exhibit.Cell("none", List.of("around: view api.every_order"), Tone.AROUND);
        return role.equals("authenticated")
                ? List.of(policy, policy, schema.equals("api") ? all : policy, none)
                : List.of(around, none, none, none);
    }

    /** A run in which nothing was looked at. */
    public static Report nothing() {
        return ReportBuilder.of();
    }

    /** One result for each piece of hostile text, which is in everything that is text. */
    public static Report hostile() {
        ReportBuilder report = new ReportBuilder();
        List<String> texts = Hostile.texts();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            Outcome outcome = Outcome.values()[i % Outcome.values().length];
            ResultBuilder builder =
                    ResultBuilder.of(outcome, "area.hostile-" + i)
                            .at(
                                    "dist/" + text,
                                    1,
                                    1,
                                    new Origin("src/" + text, 1, 1),
                                    new Excerpt(1, 1, List.of(text)))
                            .message(text)
                            .remediation(text)
                            .subject(text)
                            .property("variable", text)
                            .property("list", List.of(text))
                            .property(text, Map.of(text, text));
            report.with((outcome == Outcome.WAIVED ? builder.waiver(text) : builder).build());
            report.with(
                    ResultBuilder.fail("area.hostile-" + i)
                            .subject(text)
                            .message(text + " in " + text)
                            .build());
            report.note(text);
            report.show(
                    new Exhibit(
                            text,
                            text,
                            text,
                            text,
                            List.of(text),
                            List.of(
                                    new Exhibit.Row(
                                            text,
                                            text,
                                            text,
                                            List.of(
                                                    new Exhibit.Cell(
                                                            text, List.of(text), Tone.AROUND))))));
        }
        return report.command("check")
                .environment(texts.getFirst())
                .policy("a/" + texts.getLast())
                .build();
    }
}
