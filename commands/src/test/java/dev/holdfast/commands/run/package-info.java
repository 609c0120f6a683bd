@NullMarked
package dev.holdfast.commands.run;

import org.jspecify.annotations.NullMarked;
