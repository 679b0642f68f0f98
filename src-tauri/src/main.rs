//! The desktop window's entry point.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

// Gives back what an import took while it planned; the C library's allocator kept it. Without huge pages, of which an idle
// window would hold some 20 MB more (docs/benchmarks.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    velocity_desktop::run()
}
