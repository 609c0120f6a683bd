package dev.holdfast.secrets.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The engine in the plainest way: each recogniser is asked wherever its anchors stand. */
final class Naive {

    private Naive() {}

    static List<Match> scan(List<Recognizer> recognizers, byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        List<Match> all = new ArrayList<>();
        for (Recognizer recognizer : recognizers) {
            for (int at = 0; at < length; at++) {
                int here = at;
                if (recognizer.anchors().stream().anyMatch(each -> text.startsWith(each, here))
                        || recognizer.keywords().stream()
                                .anyMatch(each ->
                                        text.regionMatches(true, here, each, 0, each.length()))) {
                    Match match = recognizer.at(bytes, length, at);
                    if (match != null && !all.contains(match)) {
                        all.add(match);
                    }
                }
            }
        }
        all.sort(
                Comparator.comparingInt(Match::start)
                        .thenComparing(Comparator.comparingInt(Match::end).reversed()));
        List<Match> kept = new ArrayList<>();
        for (Match match : all) {
            if (kept.stream().noneMatch(outer -> outer.end() >= match.end())) {
                kept.add(match);
            }
        }
        return kept;
    }
}
