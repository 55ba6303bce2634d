//! The response headers Mognad is served with, here and (through the generated snippets) on a real web server.

/// The strict policy: everything from the own origin, WebAssembly allowed, no inline script or style.
///
/// `frame-ancestors` works only as a header, which is why a `<meta>` policy is not enough.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Headers that go with every response.
pub const ALWAYS: [(&str, &str); 3] = [
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
];

/// For files whose name holds a hash of their content: such a name never gets other content.
pub const CACHE_FOREVER: &str = "public, max-age=31536000, immutable";

/// For all other files: keep a copy, and ask before each use.
pub const CACHE_ASK: &str = "no-cache";
