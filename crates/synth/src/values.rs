//! Values in exactly the shapes that an import gives them (`understanding::project`).

use serde_json::{Value, json};

/// A record's fields in the order in which they are made.
pub(crate) type Fields = Vec<(&'static str, Value)>;

/// Sets a field unless there is nothing to say.
pub(crate) fn put(fields: &mut Fields, name: &'static str, value: impl Into<Value>) {
    let value = value.into();
    let empty = match &value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    };
    if !empty {
        fields.push((name, value));
    }
}

/// `{value, received, label, is_primary}`.
pub(crate) fn phone(e164: &str, label: &str, is_primary: bool) -> Value {
    json!({ "value": e164, "received": spaced(e164), "label": label, "is_primary": is_primary })
}

pub(crate) fn email(address: &str, label: &str, is_primary: bool) -> Value {
    json!({ "value": address, "received": address, "label": label, "is_primary": is_primary })
}

/// A number as people write it: `+91 98300 12345`, `+971 50 123 4567`.
pub(crate) fn spaced(e164: &str) -> String {
    let group = |sizes: &[usize]| {
        let mut out = String::with_capacity(20);
        let mut rest = e164;
        for size in sizes {
            let Some((head, tail)) = rest.split_at_checked(*size) else { break };
            out.push_str(head);
            if !tail.is_empty() {
                out.push(' ');
            }
            rest = tail;
        }
        out.push_str(rest);
        out
    };
    match e164.get(..4) {
        Some("+971") => group(&[4, 2, 3]),
        Some("+966") => group(&[4, 2, 3]),
        Some(code) if code.starts_with("+91") => group(&[3, 5]),
        Some(code) if code.starts_with("+65") => group(&[3, 4]),
        _ => group(&[3, 4, 3]),
    }
}

/// An amount of whole units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Money {
    pub amount: i64,
    pub currency: &'static str,
}

impl Money {
    /// `{amount, currency, received}`.
    pub fn value(self) -> Value {
        json!({ "amount": self.amount.to_string(), "currency": self.currency, "received": self.spoken() })
    }

    /// `1.85 Cr`, `85 L`, `AED 2.3M`: as people say it.
    pub fn spoken(self) -> String {
        let scaled = |unit: i64, decimals: usize| {
            let text = format!("{:.decimals$}", self.amount as f64 / unit as f64);
            if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
        };
        match self.currency {
            "INR" if self.amount >= 10_000_000 => format!("{} Cr", scaled(10_000_000, 2)),
            "INR" if self.amount >= 100_000 => format!("{} L", scaled(100_000, 2)),
            currency if self.amount >= 1_000_000 => format!("{currency} {}M", scaled(1_000_000, 2)),
            currency => format!("{currency} {}", grouped(self.amount)),
        }
    }
}

/// `85,000`.
fn grouped(amount: i64) -> String {
    let digits = amount.to_string();
    let mut out = String::new();
    for (n, c) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// `{value, unit}`.
pub(crate) fn area(square_feet: i64) -> Value {
    json!({ "value": square_feet.to_string(), "unit": "sq_ft" })
}

/// A postal address; what is not known is null, as in an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    pub street: String,
    pub locality: &'static str,
    pub city: &'static str,
    pub region: &'static str,
    pub postal_code: String,
    pub country: &'static str,
}

impl Address {
    pub fn value(&self, label: &str, is_primary: bool) -> Value {
        let text = |s: &str| if s.is_empty() { Value::Null } else { json!(s) };
        json!({
            "label": text(label),
            "street": text(&self.street),
            "street2": null,
            "po_box": null,
            "locality": text(self.locality),
            "city": text(self.city),
            "region": text(self.region),
            "postal_code": text(&self.postal_code),
            "country": text(self.country),
            "formatted": null,
            "is_primary": is_primary,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_said_as_people_say_them() {
        let cases = [
            (18_500_000, "INR", "1.85 Cr"),
            (8_500_000, "INR", "85 L"),
            (100_000_000, "INR", "10 Cr"),
            (2_300_000, "AED", "AED 2.3M"),
            (85_000, "AED", "AED 85,000"),
            (45_000, "INR", "INR 45,000"),
        ];
        for (amount, currency, said) in cases {
            assert_eq!(Money { amount, currency }.spoken(), said);
        }
    }

    #[test]
    fn numbers_are_spaced_as_people_space_them() {
        assert_eq!(spaced("+919830012345"), "+91 98300 12345");
        assert_eq!(spaced("+971501234567"), "+971 50 123 4567");
        assert_eq!(spaced("+6591234567"), "+65 9123 4567");
        assert_eq!(spaced("+447412345678"), "+44 7412 345 678");
    }
}
