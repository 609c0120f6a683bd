package dev.holdfast.commands.report;

import dev.holdfast.core.json.JsonText;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.GZIPOutputStream;

/**
 * How much of a report one SARIF file carries: what GitHub keeps, and less when that would be a
 * file that GitHub refuses.
 *
 * @param results the most results, worst first
 * @param locations the most locations of one result
 */
record SarifSize(int results, int locations) {
    /** GitHub refuses a file whose gzip is above 10 MB; this leaves a margin. */
    static final long LARGEST_PACKED = 9_500_000;

    private static final SarifSize FULL = new SarifSize(5_000, 100);
    // With fewer places than this a file stays small whatever the paths are (4,096 bytes at most).
    private static final int FEW = 500;

    static SarifSize fit(Report report, BiFunction<Report, SarifSize, Map<String, Object>> document)
            throws IOException {
        List<Result> failing = SarifReport.failing(report);
        SarifSize size = FULL;
        if (size.places(failing) <= FEW) {
            return size;
        }
        while (size.results > 1 && packed(document.apply(report, size)) > LARGEST_PACKED) {
            size =
                    size.locations > 1
                            ? new SarifSize(size.results, size.locations / 10)
                            : new SarifSize(size.results / 2, 1);
        }
        return size;
    }

    private int places(List<Result> failing) {
        return failing.stream()
                .limit(results)
                .mapToInt(each -> Math.clamp(each.spots().size(), 1, locations))
                .sum();
    }

    private static long packed(Map<String, Object> document) throws IOException {
        Counter counter = new Counter();
        try (GZIPOutputStream gzip = new GZIPOutputStream(counter)) {
            JsonText.write(gzip, document);
        }
        return counter.count;
    }

    private static final class Counter extends OutputStream {
        private long count;

        @Override
        public void write(int each) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
