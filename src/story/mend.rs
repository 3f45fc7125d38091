//! Mends what `bladeink-compiler` 2.1.0 gets wrong: it works out the paths inside a branch of a switch or a sequence, and then puts
//! a `pop` before the branch's content, so that every index there is one too low. Without this, a condition inside a switch does
//! not load, or silently goes on in another branch. To be removed when the compiler is right: a test of the module says so.

use serde_json::Value;

/// Keys whose value is a path to somewhere in the story.
const PATHS: [&str; 6] = ["->", "f()", "->t->", "*", "CNT?", "^->"];

/// The story with its paths as they should be, all of them from the root.
pub(super) fn mend(mut ink: Value) -> Value {
    let root = ink["root"].clone();
    mend_container(&mut ink["root"], &[], &root);
    ink
}

fn mend_container(container: &mut Value, here: &[String], root: &Value) {
    let Some((named, content)) = container.as_array_mut().and_then(|parts| parts.split_last_mut()) else {
        return;
    };
    for (index, part) in content.iter_mut().enumerate() {
        let name = own_name(part).map_or_else(|| index.to_string(), str::to_owned);
        mend_part(part, &[here, &[name]].concat(), root);
    }
    for (name, part) in named.as_object_mut().into_iter().flatten() {
        mend_part(part, &[here, std::slice::from_ref(name)].concat(), root);
    }
}

fn mend_part(part: &mut Value, here: &[String], root: &Value) {
    match part {
        Value::Array(_) => mend_container(part, here, root),
        Value::Object(keys) if keys.get("var") != Some(&Value::Bool(true)) => {
            let paths = keys.iter_mut().filter(|(key, _)| PATHS.contains(&key.as_str()));
            for (_, path) in paths {
                mend_path(path, here, root);
            }
        }
        _ => {}
    }
}

fn mend_path(path: &mut Value, here: &[String], root: &Value) {
    if let Value::String(path) = path {
        *path = shifted(&absolute(path, here), root).join(".");
    }
}

/// A path that begins with a dot goes up from `here`, once for every `^`.
fn absolute(path: &str, here: &[String]) -> Vec<String> {
    let Some(relative) = path.strip_prefix('.') else {
        return path.split('.').map(str::to_owned).collect();
    };
    let parts: Vec<&str> = relative.split('.').collect();
    let up = parts.iter().take_while(|part| **part == "^").count();
    let kept = here[..here.len().saturating_sub(up)].iter().cloned();
    kept.chain(parts[up..].iter().map(|part| (*part).to_owned())).collect()
}

/// The same path with one more in each branch that had a `pop` put before it.
fn shifted(path: &[String], root: &Value) -> Vec<String> {
    let mut at = Some(root);
    let mut popped = false;
    let mut mended = Vec::with_capacity(path.len());
    for part in path {
        let part = match part.parse::<usize>() {
            Ok(index) if popped => (index + 1).to_string(),
            _ => part.clone(),
        };
        at = at.and_then(|at| child(at, &part));
        popped = at.is_some_and(|at| is_popped_branch(&part, at));
        mended.push(part);
    }
    mended
}

fn child<'a>(container: &'a Value, part: &str) -> Option<&'a Value> {
    let (named, content) = container.as_array()?.split_last()?;
    match part.parse::<usize>() {
        Ok(index) => content.get(index),
        Err(_) => named
            .get(part)
            .or_else(|| content.iter().find(|inner| own_name(inner) == Some(part))),
    }
}

/// The name that a container gives to itself.
fn own_name(container: &Value) -> Option<&str> {
    container.as_array()?.last()?.get("#n")?.as_str()
}

/// Is this the branch of a switch (`b`) or of a sequence (`s0`, `s1`, …), and does it begin with `pop`?
fn is_popped_branch(name: &str, branch: &Value) -> bool {
    let of_sequence = name
        .strip_prefix('s')
        .is_some_and(|number| number.parse::<u32>().is_ok());
    (name == "b" || of_sequence) && branch.get(0).is_some_and(|first| first == "pop")
}
