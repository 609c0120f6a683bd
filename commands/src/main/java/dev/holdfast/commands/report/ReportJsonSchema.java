package dev.holdfast.commands.report;

import java.io.IOException;

/** The JSON Schema (2020-12) of the JSON report; a promise that is only ever added to. */
public final class ReportJsonSchema {

    private ReportJsonSchema() {}

    /** The schema's text. */
    public static String text() throws IOException {
        return Resource.text("holdfast.report.v1.schema.json");
    }
}
