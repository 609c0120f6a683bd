package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fields that tell what the service is built with. */
public final class Leaks implements HeaderRule {
    private static final Pattern VERSION = Pattern.compile("[0-9]\\.[0-9]|/v?[0-9]");
    private static final Pattern SOFTWARE = Pattern.compile("\\(|[A-Za-z]/[0-9]");

    private static final String WHY =
            "Whoever looks for services with a known hole finds this one by its name and version.";

    private static final CheckInfo SERVER =
            leak(
                    "server",
                    "The Server field tells a version",
                    "Set the server to send its name alone or nothing: server_tokens off in"
                            + " nginx, ServerTokens Prod in Apache.");
    private static final CheckInfo POWERED =
            leak(
                    "x-powered-by",
                    "X-Powered-By tells the framework",
                    "Switch the field off where the framework adds it.");
    private static final CheckInfo VIA =
            leak(
                    "via",
                    "Via tells the proxy's software",
                    "Let the proxy send a pseudonym without its software.");
    private static final CheckInfo DEBUG =
            leak(
                    "x-debug",
                    "A debugging field is sent",
                    "Switch the debug mode off; it is no setting for others to see.");
    private static final CheckInfo OTHERS =
            leak(
                    "information-leak",
                    "A field tells what the service is built with",
                    "Remove the fields at the proxy.");

    private final Map<String, CheckInfo> named = new TreeMap<>();

    /** With the names that are known to leak. */
    public Leaks() {
        for (String name : Words.of("leaks.txt")) {
            named.put(
                    name,
                    leak(
                            name,
                            "The field " + name + " tells what is behind it",
                            "Remove the field where it is added, or at the proxy."));
        }
    }

    @Override
    public List<CheckInfo> rules() {
        return Stream.concat(
                        Stream.of(SERVER, POWERED, VIA, DEBUG, OTHERS), named.values().stream())
                .toList();
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        List<Finding> findings = new ArrayList<>();
        findings.add(field(SERVER, answer, "Server", VERSION));
        findings.add(
                answer.fields()
                        .first("X-Powered-By")
                        .map(value ->
                                Finding.fail(POWERED, "X-Powered-By is " + Said.quoted(value)))
                        .orElseGet(() -> Finding.pass(POWERED, "X-Powered-By is not sent")));
        findings.add(
                answer.fields().has("Via")
                        ? field(VIA, answer, "Via", SOFTWARE).as(Severity.INFO)
                        : Finding.notApplicable(VIA, "Via is not sent"));
        int before = findings.size();
        debug(answer).ifPresent(findings::add);
        Set<String> told = new HashSet<>();
        for (Field line : answer.fields().lines()) {
            CheckInfo rule = named.get(line.name().toLowerCase(Locale.ROOT));
            if (rule != null && told.add(rule.id().value())) {
                findings.add(Finding.fail(rule, line.name() + " is " + Said.quoted(line.value())));
            }
        }
        if (findings.size() == before) {
            findings.add(
                    Finding.pass(OTHERS, "none of " + named.size() + " telling fields is sent"));
        }
        return findings;
    }

    private static Finding field(CheckInfo rule, Answer answer, String name, Pattern telling) {
        List<String> lines = answer.lines(name);
        if (lines.isEmpty()) {
            return Finding.pass(rule, name + " is not sent");
        }
        return telling.matcher(String.join(", ", lines)).find()
                ? Finding.fail(rule, name + " " + Said.quoted(lines) + " tells a version")
                : Finding.pass(rule, name + " " + Said.quoted(lines) + " tells no version");
    }

    private static Optional<Finding> debug(Answer answer) {
        return answer.fields().lines().stream()
                .filter(line -> {
                    String name = line.name().toLowerCase(Locale.ROOT);
                    return name.startsWith("x-debug") || name.endsWith("-debug");
                })
                .findFirst()
                .map(line -> Finding.fail(DEBUG, Said.quoted(line.name()) + " is sent"));
    }

    private static CheckInfo leak(String field, String title, String fix) {
        return Rules.rule(
                "headers." + field,
                title,
                Severity.LOW,
                "The answer tells which software, version or machine is behind the service.",
                WHY,
                fix,
                "ASVS v5.0.0-13.4.6",
                "CWE-200");
    }
}
