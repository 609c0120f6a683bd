package dev.holdfast.secrets.bundle;

import dev.holdfast.core.result.Excerpt;
import dev.holdfast.core.result.Location;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.rule.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Searches the path of a file: it is served as its address. */
final class NameScan {
    private static final Excerpt NOTHING = new Excerpt(1, 1, List.of());

    private NameScan() {}

    static List<Occurrence> of(BundleFile file, SecretSearch search) {
        byte[] path = file.shown().getBytes(StandardCharsets.UTF_8);
        return search.interpreter().findingsInName(search.engine(), path).stream()
                .map(finding ->
                        new Occurrence(
                                hit(path, finding),
                                file,
                                Location.ofFile(file.shown()),
                                file.exposure(),
                                null))
                .toList();
    }

    private static Hit hit(byte[] path, Interpreter.Finding finding) {
        Match match = finding.match();
        @Nullable TokenMatch token = match instanceof TokenMatch found ? found : null;
        return new Hit(
                token == null ? BundleChecks.ENV_VALUE : token.rule().info(),
                token == null ? null : token.rule(),
                token == null ? null : token.assessment(),
                finding.valueHash(),
                Redaction.of(path, match.start(), match.end()),
                finding.variable(),
                0,
                1,
                1,
                1,
                1,
                NOTHING,
                Set.of());
    }
}
