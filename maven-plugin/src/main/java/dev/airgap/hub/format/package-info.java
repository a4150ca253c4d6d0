/** Reads the headers of weight files by their content: what they hold, whether they are whole, and whether loading one can run code. */
package dev.airgap.hub.format;
