package dev.holdfast.probes.tls;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.probes.verdict.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CAA records (RFC 8659) as a zone file or {@code dig NAME CAA} has them, one a line: {@code
 * example.com. 3600 IN CAA 0 issue "ca.example"}.
 */
public final class CaaRecords {
    private static final Pattern RECORD =
            Pattern.compile(
                    "(\\S+)\\s+(?:\\d+\\s+)?(?:IN\\s+)?CAA\\s+(\\d{1,3})\\s+([A-Za-z0-9]+)\\s+"
                            + "(?:\"([^\"]*)\"|(\\S+))",
                    Pattern.CASE_INSENSITIVE);

    private final Map<String, List<Tag>> records;

    private record Tag(String name, String value) {}

    private CaaRecords(Map<String, List<Tag>> records) {
        this.records = Map.copyOf(records);
    }

    /**
     * Reads records; lines that begin with a semicolon are comments.
     *
     * @param name what a message calls the file
     * @throws UserProblem when a line is neither
     */
    public static CaaRecords read(String text, String name) {
        Map<String, List<Tag>> records = new HashMap<>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (line.isEmpty() || line.startsWith(";")) {
                continue;
            }
            Matcher record = RECORD.matcher(line);
            if (!record.matches()) {
                throw new UserProblem(
                        name + ":" + number + ": not a CAA record",
                        "one a line, as dig prints them: example.com. 3600 IN CAA 0 issue"
                                + " \"ca.example\"");
            }
            String value = record.group(4) == null ? record.group(5) : record.group(4);
            records.computeIfAbsent(absolute(record.group(1)), _ -> new ArrayList<>())
                    .add(new Tag(record.group(3).toLowerCase(Locale.ROOT), value));
        }
        return new CaaRecords(records);
    }

    /** Who may issue for a host: the nearest name at or above it that has records decides. */
    Finding judge(String host) {
        if (CertificateNames.literal(host)) {
            return Finding.notApplicable(TlsRules.CAA, "the host is an address and has no records");
        }
        Optional<String> at = relevant(absolute(host));
        if (at.isEmpty()) {
            return Finding.fail(TlsRules.CAA, "there is no CAA record at " + host + " or above it");
        }
        List<String> issuers =
                records.getOrDefault(at.get(), List.of()).stream()
                        .filter(tag -> tag.name().equals("issue"))
                        .map(Tag::value)
                        .toList();
        return issuers.isEmpty()
                ? Finding.fail(
                        TlsRules.CAA,
                        "the CAA records at "
                                + at.get()
                                + " have no issue: any authority may issue")
                : Finding.pass(
                        TlsRules.CAA,
                        "the CAA records at " + at.get() + " allow " + String.join(", ", issuers));
    }

    private Optional<String> relevant(String host) {
        for (String name = host; !name.isEmpty(); ) {
            if (records.containsKey(name)) {
                return Optional.of(name);
            }
            int dot = name.indexOf('.');
            name = dot < 0 ? "" : name.substring(dot + 1);
        }
        return Optional.empty();
    }

    private static String absolute(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
