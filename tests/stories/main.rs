//! User stories.
mod harness;
