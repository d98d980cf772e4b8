import { Component } from '@angular/core';

/** The shell around every page of the board. */
@Component({
  selector: 'pp-root',
  template: '<main>Papan UHC</main>',
})
export class App {}
