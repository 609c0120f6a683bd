package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the page of the rules and the rules the same; {@code -Dgolden=write} rewrites the page. */
class RulePageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("basedir", ".")).resolve("../../docs/secrets-rules.md");
    private static final String HEAD =
            """
            # Kinds of secrets

            The scanner knows these kinds by their form. Each is a check `secrets.<rule>`; `holdfast explain`
            says more about it. Values of `.env` files need no form: they are looked for as they are
            (`secrets.env-value`, `secrets.public-variable`).

            This page is written by a test (`RulePageTest`) and fails the build when it differs from the rules.

            - **Form**: what is recognised, as a regular expression where one says it. A letter or digit directly
              before or behind a token makes it a part of a longer word, and no token.
            - **Check digits**: a failing one is told (`properties.checksum`) and never drops a finding.
            - **Severity**: when such a token is found in what browsers load, and what changes it. `public` marks what is made
              to be seen: it is reported with severity info and does not fail.
            - **Rotation**: where to revoke it and make a new one.

            ## Adding a provider

            One entry in a file of `checks/secrets/src/main/resources/dev/holdfast/secrets/rule`, one file a family
            of providers:

            ```yaml
              - id: netlify-token
                name: 'Netlify token'
                provider: 'Netlify'
                severity: critical
                power: 'deploys sites and reads their variables'
                rotation: 'https://app.netlify.com/user/applications'
                source: 'https://docs.netlify.com/api/get-started/'
                forms:
                  - '(nfp_|nfc_|nfo_|nfu_)[A-Za-z0-9]{36}'
                examples: ['{form}', 'key = "«{form}»"']
                counterExamples: ['{filler}', 'x{form}']
            ```

            A form is literals, runs `[A-Z0-9]{20}` and `[a-z]{3,8}`, runs that may be left out `(-[0-9]{1,2})?`
            and literals to choose from `(live|test)`; a backslash takes a character as it is. It matches in one
            pass. `checksum`, `near` (words that must stand near), `word` and `mixture` say more of a form; in place
            of `forms` there may be `url: {hosts, path}` or `context: {words, names, values}`: a value of a form that
            is assigned to a name with one of the words, and one of the names or a word for a secret.

            In examples `{form}` becomes a random token with right check digits, `{cut}` one that is too short and
            `{filler}` one of a single letter, so that no token stands in any file; « and » say where it begins and
            ends. The build demands that each is found there and that no counter-example is.

            ## The rules

            """;

    @Test
    void pageAndRulesAreTheSame() throws IOException {
        String page = page();
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(PAGE.toAbsolutePath().normalize().getParent());
            Files.writeString(PAGE, page);
        }
        assertEquals(
                Files.readString(PAGE),
                page,
                "docs/secrets-rules.md is old: mvn -pl checks/secrets -am test"
                        + " -Dtest=RulePageTest -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -Dgolden=write writes it");
    }

    private static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append(RuleSet.all().rules().size()).append(" rules:\n\n");
        page.append("| Rule | Provider | Form | Check digits | Severity | Rotation |\n");
        page.append("|---|---|---|---|---|---|\n");
        for (Described each : RuleSet.all().described()) {
            page.append("| ")
                    .append(
                            String.join(
                                    " | ",
                                    "`" + each.rule().info().id() + "`",
                                    each.rule().provider(),
                                    "`" + each.recognised() + "`",
                                    each.digits().words(),
                                    severity(each),
                                    each.rule().rotationUrl()))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String severity(Described each) {
        Severity severity = each.rule().info().severity();
        String word = severity == Severity.INFO ? "info, public" : severity.word();
        return each.otherwise().isEmpty() ? word : word + "; " + each.otherwise();
    }

    @Test
    void noCellBreaksTheTable() {
        for (Described each : RuleSet.all().described()) {
            String row = each.recognised() + each.rule().provider() + each.otherwise();
            assertEquals(-1, row.indexOf('|'), row);
            assertEquals(-1, row.indexOf('`'), row);
            assertEquals(-1, row.indexOf('\n'), row);
        }
    }
}
