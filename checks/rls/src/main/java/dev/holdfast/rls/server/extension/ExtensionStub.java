package dev.holdfast.rls.server.extension;

/**
 * A stand-in for an extension: its types, tables and functions as far as schemas refer to them, so
 * that migrations run and policies can be read. Its functions do nothing.
 *
 * @param schema the schema that its objects are in; empty: the one that the user names
 * @param script the SQL that {@code CREATE EXTENSION} runs
 */
public record ExtensionStub(String name, String version, String schema, String script) {

    /** The control file, by the rules of PostgreSQL, "Packaging Related Objects". */
    public String control() {
        return "comment = 'stand-in of Holdfast, without function'\n"
                + ("default_version = '" + version + "'\n")
                + (schema.isEmpty() ? "" : "schema = '" + schema + "'\n")
                + "relocatable = false\n"
                + "trusted = true\n";
    }
}
