mod cli;
mod plans;
