package dev.holdfast.secrets.bundle;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import java.util.List;

/** What the ids of the bundle scan mean, besides those of the token rules. */
public final class BundleChecks {
    /** Whether the output was looked at. */
    public static final CheckInfo LOOKED =
            info(
                    "secrets.bundle",
                    "built output was looked at for secrets",
                    Severity.HIGH,
                    "Says how much of the built output was looked at. It passes when every file was "
                            + "read to its end, whatever was found in them.",
                    "A folder that was not looked at is not clean: nobody knows.",
                    "Build first, name the right folder, and mend what the message says about files "
                            + "that could not be read.",
                    "CWE-540");

    /** A value of an .env file stands in the output. */
    public static final CheckInfo ENV_VALUE =
            info(
                    "secrets.env-value",
                    "a value of an .env file stands in built output",
                    Severity.CRITICAL,
                    "The value of a variable that no framework inlines on purpose stands in the "
                            + "output, plain or encoded.",
                    "Whoever loads the page has the value, whatever form it has: a database "
                            + "password and an internal token have no form of their own.",
                    "Replace the secret where it was issued, for the old value stays known; then find the "
                            + "place in the original source "
                            + "that reads the variable, and move that code to the server.",
                    "CWE-540");

    /** A variable that is inlined on purpose is a secret. */
    public static final CheckInfo PUBLIC_VARIABLE =
            info(
                    "secrets.public-variable",
                    "a variable with a public prefix holds a secret",
                    Severity.HIGH,
                    "A variable whose prefix makes the framework inline it (VITE_, NEXT_PUBLIC_, …) "
                            + "is a secret by its name or value, and stands in the output.",
                    "The prefix publishes the value with every build.",
                    "Replace the secret where it was issued; rename the variable without the prefix and "
                            + "read it only on the server.",
                    "CWE-526");

    /** A source map with sources is shipped. */
    public static final CheckInfo SERVED_MAP =
            info(
                    "bundle.served-map",
                    "a source map with sources is shipped",
                    Severity.MEDIUM,
                    "The map carries the text of the original sources and lies among what is served.",
                    "Whoever asks for it reads the program with its comments and dead code, and "
                            + "finds the weak places sooner.",
                    "Keep maps out of what is deployed (webpack: hidden-source-map and delete after "
                            + "upload; Vite: build.sourcemap 'hidden'; Next.js: "
                            + "productionBrowserSourceMaps false), or waive this with a reason.",
                    "CWE-540");

    private BundleChecks() {}

    /** All of them. */
    public static List<CheckInfo> all() {
        return List.of(LOOKED, ENV_VALUE, PUBLIC_VARIABLE, SERVED_MAP);
    }

    private static CheckInfo info(
            String id,
            String title,
            Severity severity,
            String meaning,
            String why,
            String fix,
            String weakness) {
        return new CheckInfo(
                new CheckId(id),
                title,
                severity,
                meaning,
                why,
                fix,
                List.of(
                        new Reference(
                                weakness,
                                "https://cwe.mitre.org/data/definitions/"
                                        + weakness.substring(4)
                                        + ".html"),
                        new Reference("ASVS v5.0.0-13.3.1", "")));
    }
}
