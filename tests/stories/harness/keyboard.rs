//! Keys as a story names them: `Tab*3 Space`, `Shift+Tab`, `ArrowDown`, `Control+s`, `7`.

use serde_json::{Value, json};
use thirtyfour::{
    Key,
    common::command::{Actions, Command},
};

use super::{
    browser::Browser,
    command::within,
    trouble::{Told, Trouble},
};

impl Browser {
    /// Presses keys one after the other: names between blanks, `+` between keys held together,
    /// `*3` for three times.
    pub async fn press(&self, keys: &str) -> Told {
        self.step(&format!("presses {keys}"));
        let mut actions = Vec::new();
        for stroke in keys.split_whitespace() {
            let (chord, times) = repeated(stroke)?;
            let held = chord_keys(chord)?;
            for _ in 0..times {
                actions.extend(
                    held.iter()
                        .map(|key| json!({ "type": "keyDown", "value": key })),
                );
                actions.extend(
                    held.iter()
                        .rev()
                        .map(|key| json!({ "type": "keyUp", "value": key })),
                );
            }
        }
        self.perform(actions, &format!("Pressing {keys}")).await
    }

    /// Types `text` into what has the focus, key by key.
    pub async fn type_text(&self, text: &str) -> Told {
        self.step(&format!("types {text:?}"));
        let actions = text
            .chars()
            .map(|letter| {
                if letter == '\n' {
                    Key::Enter.value()
                } else {
                    letter
                }
            })
            .flat_map(|key| {
                [
                    json!({ "type": "keyDown", "value": key }),
                    json!({ "type": "keyUp", "value": key }),
                ]
            })
            .collect();
        self.perform(actions, "Typing").await
    }

    async fn perform(&self, actions: Vec<Value>, doing: &str) -> Told {
        let keyboard = json!([{ "type": "key", "id": "keyboard", "actions": actions }]);
        let done = within(
            self.session()?
                .cmd(Command::PerformActions(Actions::from(keyboard))),
        )
        .await;
        self.explained(done, doing).await?;
        Ok(())
    }
}

fn repeated(stroke: &str) -> Told<(&str, usize)> {
    match stroke.split_once('*') {
        // A lone asterisk is a key.
        None | Some(("", _)) => Ok((stroke, 1)),
        Some((chord, times)) => times
            .parse()
            .map(|times| (chord, times))
            .map_err(|_| Trouble::new(format!("In “{stroke}” a number must follow the asterisk."))),
    }
}

fn chord_keys(chord: &str) -> Told<Vec<char>> {
    if chord == "+" {
        return Ok(vec!['+']);
    }
    chord.split('+').map(key).collect()
}

fn key(name: &str) -> Told<char> {
    let key = match name {
        "Tab" => Key::Tab,
        "Enter" => Key::Enter,
        "Space" => return Ok(' '),
        "Escape" => Key::Escape,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Up" | "ArrowUp" => Key::Up,
        "Down" | "ArrowDown" => Key::Down,
        "Left" | "ArrowLeft" => Key::Left,
        "Right" | "ArrowRight" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Shift" => Key::Shift,
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        "Meta" => Key::Meta,
        "F1" => Key::F1,
        "F2" => Key::F2,
        "F6" => Key::F6,
        _ => {
            let mut letters = name.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => Ok(letter),
                _ => Err(Trouble::new(format!("There is no key called “{name}”."))),
            };
        }
    };
    Ok(key.value())
}
