package dev.holdfast.probes.csp.judge;

import dev.holdfast.core.problem.OneLine;
import dev.holdfast.probes.csp.match.Address;
import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.csp.match.Verdicts;
import dev.holdfast.probes.csp.policy.SourceList;
import java.util.Optional;

/** Why something runs. */
final class Reason {
    private static final int LONGEST = 80;

    private Reason() {}

    /** Why inline code of that kind runs. */
    static String inline(Verdicts verdicts, Sink sink) {
        return verdicts.speaking(sink).stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(list -> because(list, sink))
                .orElse(nobodySpeaks(sink));
    }

    private static String because(SourceList list, Sink sink) {
        return sink == Sink.WRONG_NONCE
                ? list.directive() + " names a nonce that everybody knows"
                : list.directive()
                        + " has 'unsafe-inline', and neither a valid nonce or hash nor"
                        + " 'strict-dynamic'";
    }

    /** Why a script with that URL runs. */
    static String script(Verdicts verdicts, Address url) {
        Optional<SourceList> list =
                verdicts.speaking(Sink.EVIL).stream().flatMap(Optional::stream).findFirst();
        Optional<String> source = verdicts.source(url);
        return list.isPresent() && source.isPresent()
                ? list.get().directive() + " has " + OneLine.of(source.get(), LONGEST)
                : nobodySpeaks(Sink.EVIL);
    }

    private static String nobodySpeaks(Sink sink) {
        return sink == Sink.ATTR
                ? "no policy has script-src-attr, script-src or default-src that counts"
                : "no policy has script-src-elem, script-src or default-src that counts";
    }
}
