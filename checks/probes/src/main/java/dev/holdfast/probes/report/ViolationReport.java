package dev.holdfast.probes.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One violation as a browser reports it, without what could be a secret: addresses have no query,
 * fragment or user information, and there is no sample.
 *
 * @param directive the effective one
 * @param blocked an address, or a word such as {@code inline} or {@code eval}
 * @param enforced whether the policy blocked it, or only watched
 * @param document where it happened
 * @param source the file whose code did it, or empty
 * @param line in it, or 0
 * @param sample how many characters of the code the report holds
 */
public record ViolationReport(
        String directive,
        String blocked,
        boolean enforced,
        String document,
        String referrer,
        String source,
        long line,
        int sample) {

    /** As it is written down. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("directive", directive);
        members.put("blocked", blocked);
        members.put("disposition", enforced ? "enforce" : "report");
        members.put("document", document);
        members.put("referrer", referrer);
        members.put("source", source);
        members.put("line", line);
        members.put("sample", sample);
        return members;
    }
}
