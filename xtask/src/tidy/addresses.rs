//! Workers and servers are reached by name through the ingress: no address of a machine stands in a source.

use std::net::Ipv4Addr;

use super::Finding;
use super::sources::Source;

/// One finding for each numeric address that is neither this machine's own nor set aside for documentation.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Lock files hold versions of four numbers and nobody writes addresses into them.
    for source in sources.iter().filter(|source| !source.is_generated()) {
        for (index, line) in source.text.lines().enumerate() {
            for address in addresses(line) {
                findings.push(Finding::at(
                    &source.path,
                    index + 1,
                    format!(
                        "{address} is the address of a machine. Use the public name of its ingress, \
                         or 192.0.2.1 where an example is needed."
                    ),
                ));
            }
        }
    }
    findings
}

/// Addresses in URLs (`scheme://192.0.2.1`) and with a port (`192.0.2.1:8188`).
fn addresses(line: &str) -> Vec<Ipv4Addr> {
    let mut found = Vec::new();
    let mut rest = line;
    let mut before = "";
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let lead = if start == 0 { before } else { &rest[..start] };
        let length = rest[start..].find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len() - start);
        let (number, after) = rest[start..].split_at(length);
        let in_url = lead.ends_with("://") || lead.ends_with('@');
        let with_port = after.strip_prefix(':').is_some_and(|port| port.starts_with(|c: char| c.is_ascii_digit()));
        if (in_url || with_port)
            && let Ok(address) = number.trim_end_matches('.').parse::<Ipv4Addr>()
        {
            found.extend((!is_harmless(address)).then_some(address));
        }
        (before, rest) = (number, after);
    }
    found
}

/// This machine, every address of it, and the blocks that RFC 5737 sets aside for examples.
fn is_harmless(address: Ipv4Addr) -> bool {
    address.is_loopback() || address.is_unspecified() || address.is_documentation()
}

#[cfg(test)]
mod tests {
    use super::super::sources::source;
    use super::*;

    #[test]
    fn the_address_of_a_machine_is_named() {
        // Put together here, so that this file keeps the rule.
        let url = ["http://8.8", "4.4:8188/prompt"].join(".");
        let found = check(&[source("crates/comfy/src/lib.rs", &format!("\nlet worker = \"{url}\";\n"))]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, Some(2));
        assert!(found[0].message.starts_with("8.8.4.4 is the address of a machine"), "{found:?}");
    }

    #[test]
    fn private_addresses_count_too() {
        assert_eq!(addresses(&["10.1", "2.3:8188"].join(".")).len(), 1);
        assert_eq!(addresses(&["ws://192.168", "1.4/ws"].join(".")).len(), 1);
    }

    #[test]
    fn this_machine_examples_and_versions_are_fine() {
        for line in ["http://127.0.0.1:4444", "0.0.0.0:80", "https://192.0.2.1/x", "version 1.2.3.4", "1.2.3.4 and 5:6"]
        {
            assert_eq!(addresses(line), [] as [Ipv4Addr; 0], "{line}");
        }
    }
}
