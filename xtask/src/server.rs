//! Serves a folder on the loopback address, with the headers that a careful site would send.

use std::convert::Infallible;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;

/// The policy that the README asks for: besides the site's own files only the compilation of WebAssembly, and the import map with
/// this hash, if there is one.
fn content_security_policy(import_map_hash: Option<&str>) -> String {
    let import_map = import_map_hash
        .map(|hash| format!(" {hash}"))
        .unwrap_or_default();
    format!(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'{import_map}; object-src 'none'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}

/// Where `vendor.mjs` leaves the hash of the import map in `index.html`. No URL leads to a file whose name begins with a dot.
const IMPORT_MAP_HASH: &str = ".import-map-hash";

const HEADERS: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cache-control", "no-store"),
];

/// A server that runs until the process ends.
#[derive(Debug)]
pub(crate) struct Site {
    address: SocketAddr,
    thread: thread::JoinHandle<()>,
}

impl Site {
    /// Starts to serve `folder`. Port 0 takes any free one.
    pub(crate) fn start(folder: &Path, port: u16) -> Result<Self> {
        let folder: Arc<Path> = fs::canonicalize(folder)?.into();
        let hash = fs::read_to_string(folder.join(IMPORT_MAP_HASH)).ok();
        let policy = HeaderValue::from_str(&content_security_policy(hash.as_deref()))?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("port {port}"))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .build()?;
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        let thread = thread::spawn(move || runtime.block_on(serve(listener, folder, policy)));
        Ok(Self { address, thread })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Waits for ever: Ctrl-C ends the process.
    pub(crate) fn wait(self) {
        drop(self.thread.join());
    }
}

async fn serve(listener: tokio::net::TcpListener, folder: Arc<Path>, policy: HeaderValue) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Out of file descriptors, most likely: some will come free.
            thread::sleep(Duration::from_millis(50));
            continue;
        };
        let folder = Arc::clone(&folder);
        let policy = policy.clone();
        let service = service_fn(move |request: Request<Incoming>| {
            let mut response = answer(request.method(), request.uri().path(), &folder);
            response
                .headers_mut()
                .insert(CONTENT_SECURITY_POLICY, policy.clone());
            async move { Ok::<_, Infallible>(response) }
        });
        let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        // A reader that goes away in the middle of an answer is no concern of ours.
        tokio::spawn(async { drop(connection.await) });
    }
}

fn answer(method: &Method, path: &str, folder: &Path) -> Response<Full<Bytes>> {
    let (status, mime, body) = if *method != Method::GET && *method != Method::HEAD {
        (
            StatusCode::METHOD_NOT_ALLOWED,
            TEXT,
            b"only GET and HEAD\n".to_vec(),
        )
    } else {
        match find(folder, path).and_then(|file| Some((fs::read(&file).ok()?, file))) {
            Some((body, file)) => (StatusCode::OK, mime_type(&file), body),
            None => (StatusCode::NOT_FOUND, TEXT, b"not found\n".to_vec()),
        }
    };
    let mut response = Response::new(Full::from(body));
    *response.status_mut() = status;
    for (name, value) in HEADERS {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static(mime));
    response
}

/// The file that a URL's path asks for. Segments are plain names or it names nothing, so no path leads out of the folder;
/// a symbolic link that does is not followed.
fn find(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = path.strip_prefix('/')?;
    let mut file = folder.to_path_buf();
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        if segment.starts_with('.') || !segment.bytes().all(plain) {
            return None;
        }
        file.push(segment);
    }
    if path.is_empty() || path.ends_with('/') {
        file.push("index.html");
    }
    let file = fs::canonicalize(file).ok()?;
    (file.is_file() && file.starts_with(folder)).then_some(file)
}

const TEXT: &str = "text/plain; charset=utf-8";

fn mime_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("wasm") => "application/wasm",
        Some("txt" | "md" | "ts" | "cts") => TEXT,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_allows_one_import_map_and_no_other_inline_script() {
        let with = content_security_policy(Some("'sha256-x'"));
        assert!(with.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-x';"));
        assert_eq!(
            with.replace(" 'sha256-x'", ""),
            content_security_policy(None)
        );
        assert!(!with.contains("unsafe-inline"));
    }

    #[test]
    fn a_url_leads_to_a_file_inside_the_folder_or_nowhere() {
        let folder = fs::canonicalize(env!("CARGO_MANIFEST_DIR")).unwrap();
        let found =
            |url| find(&folder, url).map(|file| file.strip_prefix(&folder).unwrap().to_path_buf());
        assert_eq!(found("/Cargo.toml"), Some("Cargo.toml".into()));
        assert_eq!(found("/src/main.rs"), Some("src/main.rs".into()));
        assert_eq!(found("//src//main.rs"), Some("src/main.rs".into()));
        for url in [
            "/",
            "/src",
            "/src/",
            "/../Cargo.toml",
            "/src/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/src/..%2fCargo.toml",
            "//etc/passwd",
            "/..\\Cargo.toml",
            "Cargo.toml",
            "http://x/Cargo.toml",
            "*",
            "",
            "/\0",
            "/src/main.rs/.",
        ] {
            assert_eq!(found(url), None, "{url:?}");
        }
    }
}
