package dev.airgap.hub.format;

/**
 * Names a file beside an ONNX file that holds data of its tensors.
 *
 * @param location relative to the ONNX file's folder, judged fit as a path, with slashes
 * @param needed how many bytes the file must have at least, as far as the ONNX file says
 */
public record ExternalFile(String location, long needed) {}
