package io.plexica.web.internal.bounds;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/**
 * The response of a call that may be cut off: what is said afterwards is said to nobody, nor is what a plugin says in headers
 * that are the platform's.
 */
final class CallResponse extends HttpServletResponseWrapper {

    private final BoundedCall call;

    CallResponse(HttpServletResponse response, BoundedCall call) {
        super(response);
        this.call = call;
    }

    @Override
    public void setStatus(int status) {
        if (call.mayAnswer()) {
            super.setStatus(status);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (PlatformHeaders.isShared(name)) {
            addHeader(name, value);
        } else if (mayTell(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (mayTell(name)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        if (mayTell(name)) {
            super.addIntHeader(name, value);
        }
    }

    @Override
    public void setDateHeader(String name, long value) {
        if (mayTell(name)) {
            super.setDateHeader(name, value);
        }
    }

    @Override
    public void addDateHeader(String name, long value) {
        if (mayTell(name)) {
            super.addDateHeader(name, value);
        }
    }

    /** The origin, and with it its cookies, is the platform's. */
    @Override
    public void addCookie(Cookie cookie) {}

    @Override
    public void setContentType(String type) {
        if (call.mayAnswer()) {
            super.setContentType(type);
        }
    }

    @Override
    public void setContentLength(int length) {
        if (call.mayAnswer()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (call.mayAnswer()) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void setCharacterEncoding(String encoding) {
        if (call.mayAnswer()) {
            super.setCharacterEncoding(encoding);
        }
    }

    @Override
    public void setLocale(Locale locale) {
        if (call.mayAnswer()) {
            super.setLocale(locale);
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        if (call.mayAnswer()) {
            super.sendError(status);
        }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (call.mayAnswer()) {
            super.sendError(status, message);
        }
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        if (call.mayAnswer()) {
            super.sendRedirect(location);
        }
    }

    @Override
    public void reset() {
        if (call.mayAnswer()) {
            super.reset();
        }
    }

    @Override
    public void resetBuffer() {
        if (call.mayAnswer()) {
            super.resetBuffer();
        }
    }

    @Override
    public void setBufferSize(int size) {
        if (call.mayAnswer()) {
            super.setBufferSize(size);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (call.mayAnswer()) {
            super.flushBuffer();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return call.mayAnswer() ? super.getOutputStream() : new Nowhere();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return call.mayAnswer() ? super.getWriter() : new PrintWriter(OutputStream.nullOutputStream());
    }

    private boolean mayTell(String name) {
        return !PlatformHeaders.has(name) && call.mayAnswer();
    }

    /** Where everything may be written to. */
    private static final class Nowhere extends ServletOutputStream {

        @Override
        public void write(int one) {}

        @Override
        public void write(byte[] bytes, int from, int length) {}

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("The call was cut off");
        }
    }
}
