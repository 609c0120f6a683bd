package dev.holdfast.commands.report;

import dev.holdfast.core.exhibit.Exhibit;
import java.util.LinkedHashMap;
import java.util.Map;

/** An exhibit as the JSON report has it. */
final class JsonExhibit {

    private JsonExhibit() {}

    static Map<String, Object> of(Exhibit exhibit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", exhibit.title());
        json.put("caption", exhibit.caption());
        json.put("groupHead", exhibit.groupHead());
        json.put("rowHead", exhibit.rowHead());
        json.put("columns", exhibit.columns());
        json.put("rows", exhibit.rows().stream().map(JsonExhibit::row));
        return json;
    }

    private static Map<String, Object> row(Exhibit.Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("section", row.section());
        json.put("group", row.group());
        json.put("name", row.name());
        json.put("cells", row.cells().stream().map(JsonExhibit::cell));
        return json;
    }

    private static Map<String, Object> cell(Exhibit.Cell cell) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("words", cell.words());
        json.put("tone", cell.tone().word());
        json.put("details", cell.details());
        return json;
    }
}
