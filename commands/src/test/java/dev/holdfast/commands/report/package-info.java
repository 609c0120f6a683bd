@NullMarked
package dev.holdfast.commands.report;

import org.jspecify.annotations.NullMarked;
