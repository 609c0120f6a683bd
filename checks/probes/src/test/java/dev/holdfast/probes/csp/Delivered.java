package dev.holdfast.probes.csp;

import java.util.List;
import java.util.Locale;

/** Policies as a page gets them: values of header fields, and contents of meta elements. */
record Delivered(List<String> headers, List<String> metas) {
    Delivered {
        headers = List.copyOf(headers);
        metas = List.copyOf(metas);
    }

    static Delivered header(String... values) {
        return new Delivered(List.of(values), List.of());
    }

    static Delivered meta(String... contents) {
        return new Delivered(List.of(), List.of(contents));
    }

    /** Whether a sandbox may keep the page from answering. */
    boolean sandboxed() {
        return headers.toString().toLowerCase(Locale.ROOT).contains("sandbox");
    }
}
