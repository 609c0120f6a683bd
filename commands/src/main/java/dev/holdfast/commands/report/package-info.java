/** Report writers: one class a format, each a pure function from a report to bytes. */
@NullMarked
package dev.holdfast.commands.report;

import org.jspecify.annotations.NullMarked;
