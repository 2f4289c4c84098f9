//! Serves a folder on the loopback address, with the headers that a careful site would send.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

/// The policy that the README asks for: besides the site's own files only the compilation of WebAssembly.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; \
                                       base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const HEADERS: [(&str, &str); 5] = [
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
];

const THREADS: usize = 4;

/// A server that runs until the process ends.
#[derive(Debug)]
pub(crate) struct Site {
    pub(crate) address: SocketAddr,
    threads: Vec<thread::JoinHandle<()>>,
}

impl Site {
    /// Starts to serve `folder`. Port 0 takes any free one.
    pub(crate) fn start(folder: &Path, port: u16) -> Result<Self> {
        let folder: Arc<Path> = fs::canonicalize(folder)?.into();
        let server = Server::http((Ipv4Addr::LOCALHOST, port))
            .map_err(|error| anyhow!("port {port}: {error}"))?;
        let address = server
            .server_addr()
            .to_ip()
            .context("the server has no address")?;
        let server = Arc::new(server);
        let threads = (0..THREADS)
            .map(|_| {
                let (server, folder) = (Arc::clone(&server), Arc::clone(&folder));
                thread::spawn(move || {
                    for request in server.incoming_requests() {
                        // A reader that goes away in the middle of an answer is no concern of ours.
                        drop(answer(request, &folder));
                    }
                })
            })
            .collect();
        Ok(Self { address, threads })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Waits for ever: Ctrl-C ends the process.
    pub(crate) fn wait(self) {
        for thread in self.threads {
            drop(thread.join());
        }
    }
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    let (status, mime, body) = match request.method() {
        Method::Get | Method::Head => {
            match find(folder, request.url()).and_then(|file| Some((fs::read(&file).ok()?, file))) {
                Some((body, file)) => (200, mime_type(&file), body),
                None => (404, TEXT, b"not found\n".to_vec()),
            }
        }
        _ => (405, TEXT, b"only GET and HEAD\n".to_vec()),
    };
    let mut response = Response::from_data(body).with_status_code(StatusCode(status));
    for (name, value) in HEADERS.into_iter().chain([("Content-Type", mime)]) {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response)
}

/// The file that a URL asks for. Segments are plain names or the URL names nothing, so no path leads out of the folder;
/// a symbolic link that does is not followed.
fn find(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
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
    fn a_url_leads_to_a_file_inside_the_folder_or_nowhere() {
        let folder = fs::canonicalize(env!("CARGO_MANIFEST_DIR")).unwrap();
        let found =
            |url| find(&folder, url).map(|file| file.strip_prefix(&folder).unwrap().to_path_buf());
        assert_eq!(found("/Cargo.toml"), Some("Cargo.toml".into()));
        assert_eq!(
            found("/src/main.rs?query#fragment"),
            Some("src/main.rs".into())
        );
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
