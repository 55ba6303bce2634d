//! What the browser tests share with the commands of this repository: the static server and the headers it sends.

pub mod headers;
pub mod server;
