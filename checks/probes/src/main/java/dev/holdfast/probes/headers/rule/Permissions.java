package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.field.PermissionsPolicy;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Permissions-Policy, and the Feature-Policy before it. */
public final class Permissions implements HeaderRule {
    private static final String FIELD = "Permissions-Policy";
    private static final String OLD = "Feature-Policy";

    private static final CheckInfo PERMISSIONS =
            Rules.rule(
                    "headers.permissions-policy",
                    "Powerful browser features are not limited",
                    Severity.LOW,
                    "No Permissions-Policy is in force, or it gives powerful features to every"
                            + " frame.",
                    "An injected script, or a framed advertisement, asks for camera, place or"
                            + " payment in the name of this site.",
                    "Send Permissions-Policy with () for what nobody needs, such as camera=(),"
                            + " microphone=(), geolocation=(); commas between the features.",
                    "CWE-693");
    private static final CheckInfo FEATURE =
            Rules.rule(
                    "headers.feature-policy",
                    "Feature-Policy is the old name",
                    Severity.INFO,
                    "The answer still sends Feature-Policy, which current browsers drop.",
                    "Somebody believes that features are limited, and they are not.",
                    "Send Permissions-Policy with its own syntax instead.",
                    "CWE-693");

    private final Set<String> known;
    private final Set<String> powerful;

    /** With the features that are known to browsers. */
    public Permissions() {
        known = Set.copyOf(Words.of("features.txt"));
        powerful = Set.copyOf(Words.of("powerful-features.txt"));
    }

    @Override
    public List<CheckInfo> rules() {
        return List.of(PERMISSIONS, FEATURE);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        if (!answer.content()) {
            return List.of(Finding.notApplicable(PERMISSIONS, "the answer is no page"));
        }
        List<String> lines = answer.lines(FIELD);
        Finding old =
                !answer.fields().has(OLD)
                        ? Finding.notApplicable(FEATURE, OLD + " is not sent")
                        : lines.isEmpty()
                                ? Finding.fail(FEATURE, OLD + " is sent and no " + FIELD)
                                : Finding.pass(FEATURE, OLD + " is sent beside " + FIELD);
        return List.of(permissions(answer, demands, lines), old);
    }

    private Finding permissions(Answer answer, Demands demands, List<String> lines) {
        if (lines.isEmpty()) {
            return Said.missing(PERMISSIONS, FIELD, answer, demands);
        }
        if (!answer.html()) {
            return Finding.notApplicable(PERMISSIONS, "the answer is no page");
        }
        Optional<PermissionsPolicy> policy = PermissionsPolicy.of(lines);
        if (policy.isEmpty()) {
            String why =
                    PermissionsPolicy.looksOld(String.join(",", lines))
                            ? "it has the syntax of the older " + OLD
                            : "it is no Structured Fields dictionary, and so void as a whole";
            return Finding.fail(
                    PERMISSIONS,
                    FIELD
                            + " "
                            + Said.quoted(lines)
                            + " is ignored by browsers: "
                            + Said.slip(FIELD, lines).orElse(why));
        }
        return judge(policy.get().features());
    }

    private Finding judge(Map<String, PermissionsPolicy.Allowed> features) {
        Set<String> everybody = new TreeSet<>();
        Set<String> limited = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        features.forEach((name, allowed) -> {
            if (!known.contains(name)) {
                unknown.add(name);
            } else if (allowed == PermissionsPolicy.Allowed.EVERYBODY) {
                if (powerful.contains(name)) {
                    everybody.add(name);
                }
            } else {
                limited.add(name);
            }
        });
        if (!everybody.isEmpty()) {
            return Finding.fail(
                            PERMISSIONS,
                            FIELD
                                    + " gives to every framed site: "
                                    + Said.quoted(String.join(", ", everybody)))
                    .as(Severity.MEDIUM);
        }
        if (limited.isEmpty()) {
            return Finding.fail(
                    PERMISSIONS,
                    FIELD
                            + " limits no feature that browsers know"
                            + (unknown.isEmpty()
                                    ? ""
                                    : ": " + Said.quoted(String.join(", ", unknown))));
        }
        return Finding.pass(PERMISSIONS, FIELD + " limits " + limited.size() + " features");
    }
}
