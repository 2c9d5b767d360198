package io.binnacle.forecasting.onnx;

import io.binnacle.platform.api.error.Culprit;
import io.binnacle.platform.api.error.ErrorCode;

/** The failures of nets that are uploaded. */
enum OnnxError implements ErrorCode {
    ONNX_FILE_INVALID(Culprit.INVALID_CONTENT),
    ONNX_DESCRIPTOR_MISMATCH(Culprit.INVALID_CONTENT),
    ONNX_OUTPUT_INVALID(Culprit.INVALID_CONTENT),
    ONNX_RUNTIME_MISSING(Culprit.PLATFORM);

    private final Culprit culprit;

    OnnxError(Culprit culprit) {
        this.culprit = culprit;
    }

    @Override
    public Culprit culprit() {
        return culprit;
    }
}
