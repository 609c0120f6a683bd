package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Makes the explanations of rules. */
final class Explained {
    private static final String MANUAL = "https://www.postgresql.org/docs/current/";

    private Explained() {}

    static CheckInfo of(
            String name,
            String title,
            Severity severity,
            String meaning,
            String why,
            String fix,
            Reference... references) {
        return new CheckInfo(
                new CheckId("rls." + name),
                title,
                severity,
                meaning,
                why,
                fix,
                List.of(references));
    }

    /** A weakness of the CWE list. */
    static Reference cwe(int number) {
        return new Reference(
                "CWE-" + number, "https://cwe.mitre.org/data/definitions/" + number + ".html");
    }

    /** A requirement of the Application Security Verification Standard 5.0. */
    static Reference asvs(String requirement) {
        return new Reference("ASVS v5.0.0-" + requirement, "");
    }

    /** A page of PostgreSQL's documentation, by its name. */
    static Reference manual(String page) {
        return new Reference("PostgreSQL: " + page, MANUAL + page + ".html");
    }

    /** The usual ones of a hole in row security: who may do what with whose data. */
    static Reference[] access(String... pages) {
        return Stream.concat(
                        Stream.of(cwe(863), asvs("8.2.2"), asvs("8.4.1")),
                        Stream.of(pages).map(Explained::manual))
                .toArray(Reference[]::new);
    }
}
