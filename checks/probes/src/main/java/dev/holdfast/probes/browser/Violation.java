package dev.holdfast.probes.browser;

import dev.holdfast.probes.report.ShownAddress;
import dev.holdfast.probes.suggest.Hashes;
import dev.holdfast.probes.suggest.Sighting;
import java.util.List;

/**
 * One violation of a policy as the browser told it (CSP3, section 5).
 *
 * @param directive the effective one
 * @param blocked {@code inline}, {@code eval}, {@code wasm-eval}, or an address without its query
 * @param enforced whether the policy blocked it, or only would have
 * @param policy the whole policy
 * @param source where it happened: an address without its query, or empty
 * @param line from 1, or 0 when it is not known
 * @param hashes of what was inline
 */
record Violation(
        String directive,
        String blocked,
        boolean enforced,
        String policy,
        String source,
        long line,
        List<String> hashes) {

    /** Reads what the watcher says. */
    static Violation of(Node told) {
        List<String> hashes =
                told.at("texts").items().stream().map(each -> Hashes.of(each.text())).toList();
        return new Violation(
                told.at("directive").text(),
                ShownAddress.of(told.at("blocked").text()),
                told.at("enforced").flag(),
                told.at("policy").text(),
                ShownAddress.of(told.at("file").text()),
                told.at("line").number(),
                hashes);
    }

    Sighting sighting() {
        return new Sighting(
                directive,
                switch (blocked) {
                    case "data", "blob", "filesystem" -> blocked + ":";
                    default -> ShownAddress.origin(blocked);
                },
                hashes);
    }

    /** In a few words: {@code img-src blocks https://cdn.test/a.png (/app.js:12)}. */
    String words() {
        String where = source.isEmpty() ? "" : " (" + source + (line > 0 ? ":" + line : "") + ")";
        return directive + (enforced ? " blocks " : " would block ") + blocked + where;
    }
}
