package dev.holdfast.rls.generate;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names as a person would write them: quoted where they have to be (PostgreSQL documentation, 4.1.1
 * and appendix C).
 */
final class Names {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");
    private static final Pattern TYPE_MODIFIER = Pattern.compile("\\([0-9, ]+\\)");

    /** Those that pg_get_keywords() calls C, R or T, on PostgreSQL 15 to 18. */
    static final Set<String> KEYWORDS =
            Set.of(
                    """
                    all analyse analyze and any array as asc asymmetric authorization between bigint
                    binary bit boolean both case cast char character check coalesce collate collation
                    column concurrently constraint create cross current_catalog current_date
                    current_role current_schema current_time current_timestamp current_user dec decimal
                    default deferrable desc distinct do else end except exists extract false fetch float
                    for foreign freeze from full grant greatest group grouping having ilike in initially
                    inner inout int integer intersect interval into is isnull join json json_array
                    json_arrayagg json_exists json_object json_objectagg json_query json_scalar
                    json_serialize json_table json_value lateral leading least left like limit localtime
                    localtimestamp merge_action national natural nchar none normalize not notnull null
                    nullif numeric offset on only or order out outer overlaps overlay placing position
                    precision primary real references returning right row select session_user setof
                    similar smallint some substring symmetric system_user table tablesample then time
                    timestamp to trailing treat trim true union unique user using values varchar
                    variadic verbose when where window with xmlattributes xmlconcat xmlelement xmlexists
                    xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
                    """
                            .strip()
                            .split("\\s+"));

    private Names() {}

    static String of(String name) {
        return PLAIN.matcher(name).matches() && !KEYWORDS.contains(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    static String of(Relation relation) {
        return of(relation.schema()) + "." + of(relation.name());
    }

    /** With the types that tell it from others of its name. */
    static String of(Function function) {
        return of(function.schema()) + "." + of(function.name()) + "(" + function.arguments() + ")";
    }

    static String columns(List<Column> columns) {
        return String.join(", ", columns.stream().map(each -> of(each.name())).toList());
    }

    /** The type of a column without its length: a cast to a length cuts texts off. */
    static String type(Column column) {
        String name = column.typeName();
        return name.startsWith("\"") ? name : TYPE_MODIFIER.matcher(name).replaceAll("");
    }

    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
